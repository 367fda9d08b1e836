// `next build` leaves the static files out of the standalone server: put them beside it, scripts with a hint, these and styles compressed too.
import { cp, glob, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const web = new URL('../', import.meta.url);
const standalone = new URL('.next/standalone/apps/web/', web);

await cp(new URL('.next/static', web), new URL('.next/static', standalone), { recursive: true });
const publicFolder = new URL('public', web);
if (existsSync(publicFolder)) await cp(publicFolder, new URL('public', standalone), { recursive: true });

/** As a file's first line: its functions are compiled beside the main thread while it arrives, not there when they are called. */
const compileHint = '//# allFunctionsCalledOnLoad\n';

const compress = promisify(brotliCompress);
const chunks = new URL('.next/static/chunks/', standalone);
for await (const name of glob('**/*.{js,css}', { cwd: chunks })) {
  const file = new URL(name, chunks);
  const built = await readFile(file);
  const content = name.endsWith('.js') ? Buffer.concat([Buffer.from(compileHint), built]) : built;
  await writeFile(file, content);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await writeFile(new URL(`${file.href}.br`), await compress(content, { params }));
}

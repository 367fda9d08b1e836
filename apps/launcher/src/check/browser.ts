import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../config.js';
import { run, runNode } from '../run.js';

/** A Chromium to drive, and what its process needs in its environment. */
export interface Browser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** npm brings one for this machine: a shell without windows, which takes a third less of the processor than a whole browser. */
const isBrought = process.platform === 'linux' && process.arch === 'x64';

/** The given one, else the one that npm brings, else an installed Chromium or Chrome. @throws Error when there is none */
export async function findBrowser(given: string | undefined): Promise<Browser> {
  if (given) return { executable: given, env: {} };
  if (isBrought) return unpackedBrowser();
  for (const name of installedNames) {
    const { code, output } = await run('which', [name]);
    if (code === 0) return { executable: output.trim(), env: {} };
  }
  throw new Error('There is no browser for the journeys: install Chromium, or name one by CHROME_PATH.');
}

/** Unpacked aside and moved into place, so that an unpacking that was killed is not taken for a browser. */
async function unpackedBrowser(): Promise<Browser> {
  const folder = path.join(root, 'node_modules', '.cache', 'odolog-chromium');
  const executable = path.join(folder, 'chromium');
  if (!(await exists(executable))) {
    const beside = `${folder}-${process.pid}`;
    await mkdir(beside, { recursive: true });
    const unpack = path.join(import.meta.dirname, 'unpack-chromium.js');
    const { code, output } = await runNode([unpack], { env: { TMPDIR: beside } });
    if (code !== 0) throw new Error(`The browser from npm could not be unpacked:\n${output}`);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  }
  const fontsFile = path.join(folder, 'fonts.conf');
  await writeFile(fontsFile, fontsIn(folder));
  return {
    executable,
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fontsFile },
  };
}

/** Where its fonts are: it looks for them in other places, and ends when a page asks for a sign and it has found none. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;

async function exists(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

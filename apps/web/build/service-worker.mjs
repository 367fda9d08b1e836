// Bundles the service worker into the standalone server, with the list of the files that it keeps for use without a connection.
import { glob, readFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';

const web = new URL('../', import.meta.url);
const standalone = new URL('.next/standalone/apps/web/', web);

/** Names in the build follow from content, so these need no revision; the page without a connection is this build's. */
const files = [];
for await (const file of glob('static/**/*.{js,css,woff2}', { cwd: new URL('.next/', standalone) })) {
  files.push({ url: `/_next/${file}`, revision: null });
}
const revision = (await readFile(new URL('.next/BUILD_ID', web), 'utf8')).trim();
files.push({ url: '/offline', revision });

const bundle = await rolldown({
  input: new URL('src/service-worker/service-worker.ts', web).pathname,
  tsconfig: new URL('tsconfig.service-worker.json', web).pathname,
  transform: {
    define: { filesOfTheBuild: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
  },
});
await bundle.write({
  file: new URL('public/service-worker.js', standalone).pathname,
  format: 'iife',
  minify: true,
});

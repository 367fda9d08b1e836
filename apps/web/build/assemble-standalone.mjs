// `next build` leaves the static files out of the standalone server: put them beside it.
import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';

const web = new URL('../', import.meta.url);
const standalone = new URL('.next/standalone/apps/web/', web);

await cp(new URL('.next/static', web), new URL('.next/static', standalone), { recursive: true });
const publicFolder = new URL('public', web);
if (existsSync(publicFolder)) await cp(publicFolder, new URL('public', standalone), { recursive: true });

import { createRequire } from 'node:module';
import path from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

/** Unpacks the browser into TMPDIR, with the libraries that a bare Debian lacks. A process of its own, for that TMPDIR. */
const packages = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '..',
  'bin',
);
await inflate(path.join(packages, 'al2023.tar.br'));
await chromium.executablePath();

import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../config.js';
import { run, runNode } from '../run.js';

/** A Chromium to drive, and what its process needs in its environment. */
export interface Browser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The given one, else an installed Chromium or Chrome, else the one that npm brought. @throws Error when it cannot be unpacked */
export async function findBrowser(given: string | undefined): Promise<Browser> {
  if (given) return { executable: given, env: {} };
  for (const name of installedNames) {
    const { code, output } = await run('which', [name]);
    if (code === 0) return { executable: output.trim(), env: {} };
  }
  return unpackedBrowser();
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
  return {
    executable,
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
  };
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

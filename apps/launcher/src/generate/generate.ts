import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../config.js';
import { runTool } from '../run.js';
import { generators } from './generators.js';

export interface GenerateOptions {
  readonly check: boolean;
  readonly say?: (line: string) => void;
}

/**
 * Writes everything that is generated from the sources. With `check` it only says what would change, and leaves the
 * files as they were.
 *
 * @returns the exit code
 */
export async function generate({ check, say = console.log }: GenerateOptions): Promise<number> {
  const before = await readGenerated();
  try {
    await runAll();
  } catch (error) {
    if (check) await restore(before, await readGenerated());
    say((error as Error).message);
    return 1;
  }
  const after = await readGenerated();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (!check) {
    say(changed.length > 0 ? `Written: ${changed.join(', ')}` : 'Everything was up to date');
    return 0;
  }
  await restore(before, after);
  if (changed.length > 0)
    say(`Out of date: ${changed.join(', ')}\nRun \`npm run gen\` and commit the result.`);
  return changed.length > 0 ? 1 : 0;
}

async function runAll(): Promise<void> {
  for (const generator of generators) {
    const { code, output } = await generator.run();
    if (code !== 0) throw new Error(`${generator.name}:\n${output}`);
    await compile();
  }
}

async function compile(): Promise<void> {
  const { code, output } = await runTool('tsc', ['-b']);
  if (code !== 0) throw new Error(`What was generated does not compile:\n${output}`);
}

async function readGenerated(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const pattern of generators.flatMap((generator) => generator.writes)) {
    for await (const file of glob(pattern, { cwd: root })) {
      files.set(file, await readFile(path.join(root, file), 'utf8'));
    }
  }
  return files;
}

async function restore(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [file, text] of before) {
    if (after.get(file) !== text) await writeFile(path.join(root, file), text);
  }
  for (const file of after.keys()) {
    if (!before.has(file)) await rm(path.join(root, file));
  }
}

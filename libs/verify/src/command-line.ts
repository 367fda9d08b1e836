import { readFile } from 'node:fs/promises';
import { sayVerdict } from './verdict.js';
import { verifyHistory } from './verify-history.js';

const usage = `Usage: odolog-verify HISTORY.json [--keys KEYS.json]

Says whether an exported history is unchanged, or names the first event that was altered, is missing or out of its
order. --keys: the JSON Web Key Set that the issuer publishes, as a file or an https address; without it the verdict
names the key, for you to compare.

Ends with 0: unchanged. 1: changed. 2: cannot be read.`;

/** What a command prints, and the status that it ends with. */
export interface Ending {
  readonly status: 0 | 1 | 2;
  readonly says: string;
}

/** `odolog-verify` with these arguments. */
export async function verifyFromCommandLine([file, option, keys]: readonly string[]): Promise<Ending> {
  const isUnderstood = file !== undefined && !file.startsWith('-');
  if (!isUnderstood || (option !== undefined && (option !== '--keys' || !keys)))
    return { status: 2, says: usage };
  try {
    const bytes = new Uint8Array(await readFile(file));
    const verdict = await verifyHistory(bytes, keys ? await keyIdsAt(keys) : undefined);
    return { status: verdict.ok ? 0 : 1, says: sayVerdict(verdict) };
  } catch (error) {
    return { status: 2, says: `Cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Thumbprints in a key set. */
async function keyIdsAt(place: string): Promise<string[]> {
  const text = /^https?:/.test(place) ? await (await fetch(place)).text() : await readFile(place, 'utf8');
  const { keys } = JSON.parse(text) as { readonly keys?: readonly { readonly kid: string }[] };
  if (!Array.isArray(keys)) throw new Error(`${place} is no JSON Web Key Set`);
  return keys.map(({ kid }) => kid);
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../messages');

interface Messages {
  readonly [key: string]: string | Messages;
}

let found: string[] | undefined;

/** A language is a file: `de.json` is German. */
export function languages(): readonly string[] {
  found ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
  return found;
}

/** Every message of a language by its key, such as `mails.reset.subject`. */
export function messagesIn(language: string): ReadonlyMap<string, string> {
  const file = readFileSync(path.join(folder, `${language}.json`), 'utf8');
  return new Map(flat(JSON.parse(file) as Messages, ''));
}

function flat(messages: Messages, prefix: string): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );
}

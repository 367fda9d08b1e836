import { readFileSync } from 'node:fs';
import path from 'node:path';

type Messages = { readonly [key: string]: string | Messages };

/** What the pages say in a language, by key, so that a look at them finds its way in each. */
export function spoken(language: string): (key: string) => string {
  const file = path.join(import.meta.dirname, `../../../libs/words/messages/${language}.json`);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Messages;
  return (key) => {
    const found = key
      .split('.')
      .reduce<string | Messages>((at, step) => (at as Messages)[step] ?? '', messages);
    if (typeof found !== 'string' || found === '') throw new Error(`No message ${key} in ${language}`);
    return found;
  };
}

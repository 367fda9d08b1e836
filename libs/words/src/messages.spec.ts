import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '../messages');
const files = readdirSync(folder);
const english = messagesOf('en.json');

interface Messages {
  readonly [key: string]: string | Messages;
}

test('German is spoken beside English, and every file is named after a language', () => {
  expect(files).toEqual(expect.arrayContaining(['de.json', 'en.json']));
  expect(files.filter((name) => !/^[a-z]{2,3}\.json$/.test(name))).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const messages = messagesOf(file);

  test('says what en.json says, no more and no less', () => {
    expect([...messages.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('leaves nothing unsaid', () => {
    expect([...messages].filter(([, words]) => words.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('asks for the arguments and tags that en.json is given, in the same formats', () => {
    const differing = [...messages].filter(
      ([key, words]) => english.has(key) && asked(words).join() !== asked(english.get(key)!).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('has the plurals that its language needs', () => {
    const needed = new Intl.PluralRules(path.basename(file, '.json')).resolvedOptions().pluralCategories;
    const lacking = [...messages].filter(([, words]) =>
      pluralsIn(parse(words)).some((options) =>
        needed.some(
          // A language that counts millions apart ("many") says them like the rest where it says nothing else.
          (category) => category !== 'many' && !(category in options) && !countsOnlyExactly(options),
        ),
      ),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});

test('German has its own quotation marks, and figures that do not part from their signs', () => {
  const german = [...messagesOf('de.json')];
  expect(german.filter(([, words]) => /[“"][^“„"]*[”"]/.test(words)).map(([key]) => key)).toEqual([]);
  expect(german.filter(([, words]) => /[}\d] (%|…|km|ms|h)(?![a-zäöü])/i.test(words))).toEqual([]);
});

test('German says du to whoever reads it', () => {
  const withinSentence = /[^.!?:] (Sie|Ihnen|Ihre?[mnrs]?)\b/;
  expect([...messagesOf('de.json')].filter(([, words]) => withinSentence.test(words))).toEqual([]);
});

function messagesOf(file: string): Map<string, string> {
  const flatten = (messages: Messages, prefix: string): [string, string][] =>
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
    );
  return new Map(flatten(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Messages, ''));
}

/** `count plural`, `at date dMMMyyyy`, `<b>`: once each, in alphabetical order. */
function asked(words: string): string[] {
  return [...new Set(argumentsIn(parse(words)))].toSorted();
}

function argumentsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsIn(element.children)];
    const inside =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsIn(value)) : [];
    const style = 'style' in element && element.style ? JSON.stringify(element.style) : '';
    return [
      `${element.value} ${TYPE[element.type]} ${style.replace(/"location":\{.*?\}\},?/, '')}`,
      ...inside,
    ];
  });
}

type Options = Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>;

function pluralsIn(elements: readonly MessageFormatElement[]): Options[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsIn(element.children);
    if (!('options' in element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.plural ? [element.options, ...inside] : inside;
  });
}

/** `=7 {a week} other {# days}`: names some numbers, and never the one. */
function countsOnlyExactly(options: Options): boolean {
  return Object.keys(options).every((key) => key.startsWith('=') || key === 'other');
}

import { eventTypes } from '@odolog/events';
import { catalogue } from '@odolog/problems';
import { expect, test } from 'vitest';
import english from '../../../../libs/words/messages/en.json' with { type: 'json' };

test('the pages have words of their own for every problem that the API knows', () => {
  expect(Object.keys(catalogue).filter((code) => !(code in english.problems))).toEqual([]);
});

test('the pages have a name for every type of entry that a timeline shows', () => {
  const shown = eventTypes.filter(({ hides }) => !hides).map(({ type }) => type);
  expect(shown.filter((type) => !(type in english.types && type in english.typesInSentences))).toEqual([]);
});

test('the pages have a name for every field of an entry', () => {
  const named = (node: Node): string[] =>
    Object.entries({ ...node.properties, ...node.items?.properties }).flatMap(([key, child]) => [
      ...(unnamed.has(key) ? [] : [key]),
      ...named(child),
    ]);
  const keys = eventTypes.filter(({ internal }) => !internal).flatMap(({ data }) => named(data as Node));
  expect([...new Set(keys)].filter((key) => !(key in english.fields))).toEqual([]);
});

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Parts of an amount, whose own name is that of the amount. */
const unnamed = new Set(['amount', 'currency']);

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EventType } from './define-event.js';

type Section = 'types' | 'typesInSentences' | 'fields' | 'said';
type Words = Readonly<Record<Section, Readonly<Record<string, string>>>>;

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Parts of an amount, whose own name is that of the amount. */
const unnamed = new Set(['amount', 'currency']);

/**
 * Adds to each file of messages the words of event types that it lacks, in English until somebody translates them: what
 * stands there is never touched, so that a type is complete with its own folder.
 */
export function addWordsOfTypes(files: readonly string[], types: readonly EventType[], source: string): void {
  const wanted = wordsOfTypes(types, source);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const messages = JSON.parse(text) as Record<string, Record<string, string>>;
    for (const [section, words] of Object.entries(wanted)) {
      messages[section] = { ...messages[section], ...lacking(messages[section] ?? {}, words) };
    }
    const complete = `${JSON.stringify(messages, null, 2)}\n`;
    if (complete !== text) writeFileSync(file, complete);
  }
}

/** What pages and summaries call the types that a timeline shows, and the fields that people fill. */
function wordsOfTypes(types: readonly EventType[], source: string): Words {
  const shown = types.filter(({ hides }) => !hides);
  const keys = types.filter(({ internal }) => !internal).flatMap(({ data }) => fieldsOf(data as Node));
  return {
    types: Object.fromEntries(shown.map(({ type, title }) => [type, title])),
    typesInSentences: Object.fromEntries(shown.map(({ type, title }) => [type, title.toLowerCase()])),
    fields: Object.fromEntries(keys.map((key) => [key, spelledOut(key)])),
    said: Object.fromEntries(sentencesIn(source).map((sentence) => [sentence, sentence])),
  };
}

/** The sentences that the types' summaries say as they stand: `say('valid until {date}', …)`. */
export function sentencesIn(source: string): string[] {
  return globSync('*/*.ts', { cwd: source })
    .filter((name) => !name.endsWith('.spec.ts'))
    .flatMap((name) => [...readFileSync(path.join(source, name), 'utf8').matchAll(/\bsay\(\s*'([^']+)'/g)])
    .map(([, sentence]) => sentence!);
}

const lacking = (known: Readonly<Record<string, string>>, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => !(key in known)));

function fieldsOf(node: Node): string[] {
  return Object.entries({ ...node.properties, ...node.items?.properties }).flatMap(([key, child]) => [
    ...(unnamed.has(key) ? [] : [key]),
    ...fieldsOf(child),
  ]);
}

/** `validUntil` as "Valid until". */
function spelledOut(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/^./, (first) => first.toUpperCase());
}

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTypes, factsOf, summaryOf } from './event-types.js';
import { keywordWords } from './faults.js';
import { formatFor } from './format.js';
import { validatorsSource } from './generate.js';
import { publishedSchema } from './published-schema.js';
import { validateData } from './validate-recording.js';

const frozenFile = (type: string, version: number) =>
  new URL(`./${type}/frozen/v${version}.json`, import.meta.url);
const annotations = ['$schema', '$id', 'title', 'default', 'examples', 'properties', 'items'];

describe.each(eventTypes.map((type) => [type.type, type] as const))('%s', (_name, type) => {
  const example = { type: type.type, schemaVersion: type.version, data: type.example };

  it('accepts its own example', () => {
    expect(() => validateData(example)).not.toThrow();
  });

  it('has the schema that was published for its version', () => {
    const frozen: unknown = JSON.parse(readFileSync(frozenFile(type.type, type.version), 'utf8'));
    expect(publishedSchema(type)).toEqual(frozen);
  });

  it('reads every version from the first', () => {
    const earlier = Array.from({ length: type.version - 1 }, (_each, index) => index + 1);
    expect(Object.keys(type.upcast).map(Number)).toEqual(earlier);
    expect(earlier.filter((version) => !existsSync(frozenFile(type.type, version)))).toEqual([]);
  });

  it('says its summary in one line', () => {
    const summary = summaryOf(example, formatFor({ locale: 'en' }));
    expect(summary).not.toBe('');
    expect(summary).not.toContain('\n');
  });

  it('states facts in whole numbers', () => {
    expect(numbersIn(factsOf(example)).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
  });

  it('says that it may tell of an hours meter where it has a field for one', () => {
    const fields = Object.keys(type.data.properties);
    expect(type.readsHours ?? false).toBe(
      fields.some((field) => /hours$/i.test(field) && field !== 'dueHours'),
    );
  });

  it('has defaults at the top of its data only: so deep is the copy that they are filled into', () => {
    const top = Object.values(type.data.properties).map((schema) => ({ ...schema, default: undefined }));
    expect(JSON.stringify(top)).not.toContain('"default"');
  });

  it('uses only keywords that a fault has words for', () => {
    expect(keywordsOf(publishedSchema(type)).filter((keyword) => !(keyword in keywordWords))).toEqual([]);
  });
});

it('gives each type a name, an icon and a title of its own', () => {
  for (const property of ['type', 'icon', 'title'] as const) {
    expect(new Set(eventTypes.map((type) => type[property])).size).toBe(eventTypes.length);
  }
});

it('runs the validators that follow from the schemas', () => {
  const generated = readFileSync(new URL('./validators.gen.ts', import.meta.url), 'utf8');
  expect(generated).toBe(validatorsSource());
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function keywordsOf(schema: Record<string, unknown>): string[] {
  const inner = [...Object.values(schema['properties'] ?? {}), ...(schema['items'] ? [schema['items']] : [])];
  const own = Object.keys(schema).filter((keyword) => !annotations.includes(keyword));
  return [...own, ...inner.flatMap((each) => keywordsOf(each as Record<string, unknown>))];
}

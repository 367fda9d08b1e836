import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { detectFormat, importFormats } from './formats.js';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}.csv`, import.meta.url), 'utf8');

it.each(importFormats.map(({ name }) => name))('knows %s by its header', (name) => {
  expect(detectFormat(sample(name)).name).toBe(name);
  expect(detectFormat(sample(name), name.split('-')[0]).name).toBe(name);
  expect(detectFormat(sample(name), name).name).toBe(name);
});

it('refuses a file of nobody’s, or of another than was said', () => {
  for (const [text, asked] of [
    ['a,b\n1,2\n', 'auto'],
    [sample('fuelly-fuel'), 'fuelly-service'],
    [sample('fuelly-fuel'), 'fuelio'],
    ['"torn', 'auto'],
  ] as const) {
    expect(() => detectFormat(text, asked)).toThrow(
      expect.objectContaining({ code: 'import-format-unknown' }),
    );
  }
});

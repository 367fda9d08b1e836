import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readEnvironment } from './read-environment.js';

const folder = mkdtempSync(path.join(tmpdir(), 'odolog-environment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const anything = (text: string) => text;
const file = (content: string): string => {
  const at = path.join(folder, 'value');
  writeFileSync(at, content);
  return at;
};

it('takes a value from the variable, or from the file that is named, which counts more', () => {
  const reader = readEnvironment({ A: 'one', B: 'two', B_FILE: file('from the file\n') });
  expect([reader.raw('A'), reader.raw('B'), reader.raw('C')]).toEqual(['one', 'from the file', undefined]);
});

it('names all that is missing, unreadable or unusable together, and shows no value', () => {
  const { optional, required, refuseBad } = readEnvironment({ A: 'hunter2', B_FILE: '/nowhere', C: '' });
  optional('A', () => undefined);
  required('B', anything);
  required('C', anything);
  optional('D', anything);
  expect(refuseBad).toThrow(/^Missing or not usable: A, B_FILE, C$/);
});

it('takes an empty file for a missing value', () => {
  const { required, refuseBad } = readEnvironment({ A_FILE: file('\n') });
  required('A', anything);
  expect(refuseBad).toThrow('Missing or not usable: A');
});

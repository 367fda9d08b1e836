import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import { Problem } from './problem.js';
import { problemsDocument } from './problems-document.js';

it('takes status and title from the catalogue, and its message from what is known beside', () => {
  const problem = new Problem('vin-taken', { detail: 'It is on the Cuore' });
  expect(problem).toMatchObject({ code: 'vin-taken', status: 409, message: 'It is on the Cuore' });
  expect(new Problem('vin-taken').message).toBe(catalogue['vin-taken'].title);
});

it('gives every code a name that can stand in a URL, an error status and a sentence of its own', () => {
  const entries = Object.entries(catalogue);
  expect(entries.filter(([code]) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  expect(entries.filter(([, { status }]) => status < 400 || status > 599)).toEqual([]);
  expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length);
});

it('is documented as it is', () => {
  const document = readFileSync(new URL('../../../docs/problems.md', import.meta.url), 'utf8');
  expect(document).toBe(problemsDocument());
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { csvTable } from './csv-table.js';
import { fingerprints } from './fingerprint.js';
import { fuellyFuel } from './fuelly-fuel/fuelly-fuel.js';

const sample = readFileSync(new URL('../samples/fuelly-fuel.csv', import.meta.url), 'utf8');
const [header = '', ...lines] = sample.trim().split('\n');
const named = (text: string) => fingerprints(csvTable(text), fuellyFuel);

it('names every row apart, and again by the same name in another place', () => {
  const names = named(sample);
  expect(new Set(names).size).toBe(lines.length);
  expect(named([header, ...lines.toReversed()].join('\n'))).toEqual(names.toReversed());
});

it('survives a later export, in which Fuelly has worked out other figures or the car has another name', () => {
  const later = sample
    .replaceAll('"Polo","VW Polo"', '"Old car","VW"')
    .replace(',16.65,3900.0,400,', ',15.9,3900.0,410,');
  expect(named(later)).toEqual(named(sample));
});

it('tells rows that are the same in everything apart by their count', () => {
  const [first, second] = named([header, lines[0], lines[0]].join('\n'));
  expect(first).toBe(named(sample)[0]);
  expect(second).not.toBe(first);
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as Type from 'typebox';
import { expect, it } from 'vitest';
import { defineEvent } from './define-event.js';
import { eventTypes } from './event-types.js';
import { addWordsOfTypes } from './words-of-types.js';

const carWash = defineEvent({
  type: 'car-wash',
  version: 1,
  icon: 'droplets',
  family: 'money',
  title: 'Car wash',
  data: Type.Object({ waxedUntil: Type.String() }, { additionalProperties: false }),
  example: { waxedUntil: '2026-05-01' },
  summary: () => '',
  facts: () => ({}),
  upcast: {},
});

function messages(words: object): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'odolog-words-')), 'de.json');
  writeFileSync(file, JSON.stringify(words));
  return file;
}

const empty = { types: {}, typesInSentences: {}, fields: {}, said: {} };

it('gives a new type and its fields their English words, and leaves what is translated', () => {
  const file = messages({ ...empty, types: { note: 'Notiz' }, other: { kept: 'ja' } });
  addWordsOfTypes([file], [...eventTypes, carWash], import.meta.dirname);
  const { types, typesInSentences, fields, said, other } = JSON.parse(readFileSync(file, 'utf8'));
  expect(types).toMatchObject({ note: 'Notiz', 'car-wash': 'Car wash' });
  expect(typesInSentences).toMatchObject({ 'car-wash': 'car wash' });
  expect(fields).toMatchObject({ waxedUntil: 'Waxed until' });
  expect(said).toMatchObject({ 'valid until {date}': 'valid until {date}' });
  expect(other).toEqual({ kept: 'ja' });
});

it('writes nothing where nothing is lacking', () => {
  const file = messages(empty);
  addWordsOfTypes([file], [carWash], import.meta.dirname);
  const written = readFileSync(file, 'utf8');
  addWordsOfTypes([file], [carWash], import.meta.dirname);
  expect(readFileSync(file, 'utf8')).toBe(written);
});

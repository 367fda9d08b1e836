import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { note } from './note.js';

it('shows its first line, cut where it is too long for a row', () => {
  const format = formatFor({ locale: 'en' });
  expect(note.summary({ text: 'Rattle.\nGone when warm.' }, format)).toBe('Rattle.');
  expect(note.summary({ text: 'a'.repeat(200) }, format)).toBe(`${'a'.repeat(139)}…`);
});

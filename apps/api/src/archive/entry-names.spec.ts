import { describe, expect, it, test } from 'vitest';
import { distinctNames, safeName } from './entry-names.js';

test.each([
  ['Rechnung März.pdf', 'Rechnung März.pdf'],
  ['../x', '_x'],
  ['..', 'unnamed'],
  ['C:\\Windows\\x.exe', 'C__Windows_x.exe'],
  ['/etc/passwd', '_etc_passwd'],
  ['a\u0000b\u202Egpj.exe', 'abgpj.exe'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['console', 'console'],
  ['dots at the end. . ', 'dots at the end'],
  ['  ', 'unnamed'],
  ['=1+1', '=1+1'],
])('%j is kept as %j', (given, kept) => {
  expect(safeName(given)).toBe(kept);
});

describe('a long name', () => {
  it('is cut between signs, and keeps its extension', () => {
    const kept = safeName(`${'ü🚗'.repeat(200)}.jpeg`);
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(120);
    expect(kept).toMatch(/^(ü🚗)+ü?\.jpeg$/u);
  });
});

describe('names of one folder', () => {
  it('are each there once, also where capitals count for nothing', () => {
    const name = distinctNames();
    expect(['Scan.pdf', 'scan.PDF', 'Scan.pdf', 'Scan (2).pdf'].map(name)).toEqual([
      'Scan.pdf',
      'scan (2).PDF',
      'Scan (3).pdf',
      'Scan (2) (2).pdf',
    ]);
  });
});

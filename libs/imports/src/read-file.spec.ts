import { expect, it } from 'vitest';
import { readFile } from './read-file.js';

const code = (bytes: Uint8Array) => {
  try {
    return readFile(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('reads UTF-8, with or without a byte order mark', () => {
  const bytes = new TextEncoder().encode('größe');
  expect(readFile(bytes)).toBe('größe');
  expect(readFile(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toBe('größe');
});

it('refuses what is not text, and what holds nothing', () => {
  expect(code(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff]))).toBe('import-file-torn');
  expect(code(new Uint8Array([0x61, 0x00, 0x62, 0x00]))).toBe('import-file-torn');
  expect(code(new TextEncoder().encode(' \n'))).toBe('import-file-empty');
});

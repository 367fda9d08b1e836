import { expect, it } from 'vitest';
import { sniffMediaType } from './sniff-media-type.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it.each([
  ['application/pdf', bytes('%PDF-1.7\n')],
  ['image/jpeg', bytes('\xff\xd8\xff\xe0')],
  ['image/png', bytes('\x89PNG\r\n\x1a\n')],
  ['image/webp', bytes('RIFF\x24\x00\x00\x00WEBPVP8 ')],
  ['image/heic', bytes('\x00\x00\x00\x18ftypheic')],
  [undefined, bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>')],
  [undefined, bytes('<!doctype html>')],
  [undefined, bytes('RIFF\x24\x00\x00\x00WAVEfmt ')],
  [undefined, bytes('%PD')],
  [undefined, bytes('')],
])('finds %s', (mediaType, content) => {
  expect(sniffMediaType(content)).toBe(mediaType);
});

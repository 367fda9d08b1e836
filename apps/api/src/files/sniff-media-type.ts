interface Kind {
  readonly mediaType: string;
  readonly looksSo: (bytes: Buffer) => boolean;
}

const startsWith = (...signature: number[]) => {
  const expected = Buffer.from(signature);
  return (bytes: Buffer) => bytes.subarray(0, expected.length).equals(expected);
};
const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** What may be kept: pictures and PDFs. Nothing that a browser would run: no HTML, no SVG. */
const kinds: readonly Kind[] = [
  { mediaType: 'application/pdf', looksSo: (bytes) => ascii(bytes, 0, 5) === '%PDF-' },
  { mediaType: 'image/jpeg', looksSo: startsWith(0xff, 0xd8, 0xff) },
  { mediaType: 'image/png', looksSo: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  {
    mediaType: 'image/webp',
    looksSo: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
  },
  {
    mediaType: 'image/heic',
    looksSo: (bytes) =>
      ascii(bytes, 4, 8) === 'ftyp' && ['heic', 'heix', 'mif1', 'msf1'].includes(ascii(bytes, 8, 12)),
  },
];

/** The types that may be kept. */
export const mediaTypes: readonly string[] = kinds.map(({ mediaType }) => mediaType);

/** What a file is by its first bytes; nothing for what may not be kept. Its name and what its sender calls it have no say. */
export function sniffMediaType(bytes: Buffer): string | undefined {
  return kinds.find(({ looksSo }) => looksSo(bytes))?.mediaType;
}

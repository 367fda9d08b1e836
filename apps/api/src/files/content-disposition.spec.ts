import { expect, it } from 'vitest';
import { attachmentNamed, fileName } from './content-disposition.js';

it.each([
  ['Rechnung März.pdf', 'Rechnung März.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\scan.pdf', 'scan.pdf'],
  ['in"voice\r\nX-Evil: 1.pdf', 'invoiceX-Evil: 1.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['..', 'file'],
  ['', 'file'],
])('calls a file sent as %j %j', (given, kept) => {
  expect(fileName(given)).toBe(kept);
});

it('names a file for old and new browsers, and lets nothing out of the header', () => {
  expect(attachmentNamed("Rechnung März '26 100%.pdf")).toBe(
    `attachment; filename="Rechnung M_rz '26 100_.pdf"; filename*=UTF-8''Rechnung%20M%C3%A4rz%20%2726%20100%25.pdf`,
  );
});

import { randomBytes } from 'node:crypto';

/** Crockford's: no I, L, O and U, which are misread or spell words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = 12;

/** A code to print: 60 random bits as three groups of four signs. */
export function newVerificationCode(): string {
  return grouped(Array.from(randomBytes(signs), (byte) => alphabet.charAt(byte % alphabet.length)).join(''));
}

/** A code as someone typed it, read from paper; undefined for what cannot be one. */
export function readVerificationCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === signs && [...code].every((sign) => alphabet.includes(sign))
    ? grouped(code)
    : undefined;
}

const grouped = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

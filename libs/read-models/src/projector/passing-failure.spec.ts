import { expect, it } from 'vitest';
import { isPassing } from './passing-failure.js';

const withCode = (code: string, about: object = {}) => Object.assign(new Error('broken'), { code, ...about });

it('waits for what a database says while it restarts, or locks', () => {
  for (const code of ['57P01', '57P03', '08006', '40P01', '53300', '55P03'])
    expect(isPassing(withCode(code))).toBe(true);
});

it('waits for a connection that is refused or breaks', () => {
  expect(isPassing(withCode('ECONNREFUSED', { syscall: 'connect' }))).toBe(true);
  expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
});

it('does not wait for data that cannot be folded', () => {
  for (const code of ['22003', '23514', '42501']) expect(isPassing(withCode(code))).toBe(false);
  expect(isPassing(new TypeError('Cannot read properties of undefined'))).toBe(false);
  expect(isPassing('no error at all')).toBe(false);
});

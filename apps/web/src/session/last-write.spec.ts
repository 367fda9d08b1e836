import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepCookie } from '@/cookies/browser-cookie';
import { tenantCookie } from './chosen-tenant';
import { forgetWrites, lastWritePosition, rememberWrite, toldHere } from './last-write';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('window', { location: { protocol: 'https:' }, dispatchEvent: () => true });
  vi.stubGlobal('document', {
    set cookie(line: string) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      kept.set(name!, value!);
    },
    get cookie() {
      return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    },
  });
  forgetWrites();
});
afterEach(() => vi.unstubAllGlobals());

it('remembers the last write, whichever is told last', () => {
  rememberWrite(8);
  rememberWrite(7);
  expect([toldHere(), lastWritePosition()]).toEqual([8, 8]);
});

it('knows of nothing that only another window has written', () => {
  keepCookie('odolog-position', 9, 60);
  expect([toldHere(), lastWritePosition()]).toEqual([0, 9]);
});

it('knows of no write in a tenant that another window has changed to', () => {
  rememberWrite(500);
  keepCookie(tenantCookie, 'work', 60);
  expect(toldHere()).toBe(0);
  rememberWrite(7);
  expect(toldHere()).toBe(7);
});

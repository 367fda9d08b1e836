import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepCookie } from '@/cookies/browser-cookie';
import { showTenant, tenantCookie } from './tenant-here';
import { forgetWrites, lastWritePosition, recallWrites, rememberWrite, toldHere } from './last-write';

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
afterEach(() => {
  showTenant(undefined);
  vi.unstubAllGlobals();
});

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

it('tells the pages of another tenant, which another window has chosen, nothing of its own writes', () => {
  showTenant({ id: 'home', isOnly: false });
  keepCookie(tenantCookie, 'work', 60);
  keepCookie('odolog-position', 9, 60);
  rememberWrite(500);
  expect([toldHere(), lastWritePosition()]).toEqual([500, undefined]);
  keepCookie(tenantCookie, 'home', 60);
  expect(lastWritePosition()).toBe(9);
  recallWrites();
  expect(lastWritePosition()).toBe(500);
});

it('tells nothing of its own writes either once another window has forgotten which of several tenants it is', () => {
  showTenant({ id: 'work', isOnly: false });
  rememberWrite(500);
  expect(lastWritePosition()).toBeUndefined();
  showTenant({ id: 'work', isOnly: true });
  rememberWrite(501);
  expect(lastWritePosition()).toBe(501);
});

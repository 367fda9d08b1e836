import { afterEach, expect, it, vi } from 'vitest';
import { rememberHidden } from '@/app/(signed-in)/fleet/kept-columns';
import { chosenLanguage, rememberLanguage } from '@/i18n/language-cookie';
import { rememberVehicle } from '@/session/last-vehicle';
import { forgetWrites } from '@/session/last-write';
import { forgetLink, rememberLink } from '@/session/pending-link';
import { forgetTenant } from '@/session/tenant-choice';

afterEach(() => vi.unstubAllGlobals());

/** A page of that scheme: what it keeps stands in the list. */
function aPage(protocol: 'http:' | 'https:'): string[] {
  const kept: string[] = [];
  vi.stubGlobal('window', { location: { protocol } });
  vi.stubGlobal('document', {
    set cookie(line: string) {
      kept.push(line);
    },
    get cookie() {
      return kept.map((line) => line.split('; ')[0]).join('; ');
    },
  });
  return kept;
}

const token = 'a'.repeat(86);
const cookies: readonly (readonly [what: string, keep: () => void])[] = [
  ['the link that waits', () => rememberLink('invitations', token)],
  ['that none waits', forgetLink],
  ['that no tenant is chosen', forgetTenant],
  ['that nothing was written', forgetWrites],
  ['the vehicle at hand', () => rememberVehicle('018f')],
  ['the columns of the fleet', () => rememberHidden(['due'])],
  ['the language', () => rememberLanguage('de')],
];

it.each(cookies)('keeps %s for https alone where pages come by it', (_what, keep) => {
  const kept = aPage('https:');
  keep();
  expect(kept[0]).toMatch(/; path=\/; max-age=\d+; samesite=lax; secure$/);
});

it('keeps a cookie also where pages come by plain http, as at home', () => {
  const kept = aPage('http:');
  rememberLink('transfers', token);
  expect(kept).toEqual([`odolog-pending=transfers.${token}; path=/; max-age=3600; samesite=lax`]);
});

it('knows what it kept, and by another name nothing', () => {
  aPage('https:');
  rememberVehicle('018f');
  expect(chosenLanguage()).toBeUndefined();
  rememberLanguage('de');
  expect(chosenLanguage()).toBe('de');
});

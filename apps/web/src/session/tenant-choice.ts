import { forgetCookie, keepCookie } from '@/cookies/browser-cookie';
import { forgetKeptPages } from '@/offline/kept-cache';
import { tenantCookie } from './chosen-tenant';
import { forgetWrites } from './last-write';

const aYear = 60 * 60 * 24 * 365;

/** Requests are of that tenant from now on; what was kept of the pages of the one before is forgotten. */
export async function workIn(tenantId: string): Promise<void> {
  keepCookie(tenantCookie, tenantId, aYear);
  forgetWrites();
  await forgetKeptPages();
}

/** Works there from now on. Everything on the page is of the tenant before, so it is left for the home page. */
export function switchTenant(tenantId: string): void {
  void workIn(tenantId).finally(() => window.location.assign('/'));
}

export function forgetTenant(): void {
  forgetCookie(tenantCookie);
  forgetWrites();
}

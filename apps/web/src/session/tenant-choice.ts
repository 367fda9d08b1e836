import { forgetCookie, keepCookie } from '@/cookies/browser-cookie';
import { forgetKeptPages } from '@/offline/kept-cache';
import { rememberedSeconds, showTenant, tenantCookie } from './tenant-here';
import { forgetWrites, recallWrites } from './last-write';

/** Requests are of that tenant from now on; what was kept of the pages of the one before is forgotten. */
export async function workIn(tenantId: string): Promise<void> {
  keepCookie(tenantCookie, tenantId, rememberedSeconds);
  showTenant({ id: tenantId, isOnly: false });
  forgetWrites();
  await forgetKeptPages();
}

/** Has pages come in the tenant of this window again, once another window has chosen another one, or none. */
export function workOnIn(tenantId: string): void {
  keepCookie(tenantCookie, tenantId, rememberedSeconds);
  recallWrites();
}

/** Has pages come in the tenant of this window's page from now on, as this one did without anybody's choice. */
export function stayIn(tenantId: string): void {
  keepCookie(tenantCookie, tenantId, rememberedSeconds);
}

/** Works there from now on. Everything on the page is of the tenant before, so it is left for the home page. */
export function switchTenant(tenantId: string): void {
  void workIn(tenantId).finally(() => window.location.assign('/'));
}

export function forgetTenant(): void {
  forgetCookie(tenantCookie);
  showTenant(undefined);
  forgetWrites();
}

import { keptCookie } from '@/cookies/browser-cookie';

/** A cookie that says in which of their tenants a person works in this browser; without it, in the one they had first. */
export const tenantCookie = 'odolog-tenant';

export function chosenTenant(): string | undefined {
  return keptCookie(tenantCookie);
}

/** Of the page that this window shows. */
let ofPage: string | undefined;

export function showTenant(tenantId: string | undefined): void {
  ofPage = tenantId;
}

/** Where this window works, whatever another one has chosen meanwhile. */
export const tenantHere = (): string | undefined => ofPage ?? chosenTenant();

/** Whether pages come in the tenant of this window, too: the cookie that says so is one for all windows. */
export function isChosenHere(): boolean {
  const chosen = chosenTenant();
  return chosen === undefined || ofPage === undefined || chosen === ofPage;
}

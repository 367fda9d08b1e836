import { keptCookie } from '@/cookies/browser-cookie';

/** A cookie that says in which of their tenants a person works in this browser; without it, in the one where they start. */
export const tenantCookie = 'odolog-tenant';

/** A year. */
export const rememberedSeconds = 60 * 60 * 24 * 365;

export function chosenTenant(): string | undefined {
  return keptCookie(tenantCookie);
}

interface TenantOfPage {
  readonly id: string;
  /** The person belongs to no other one. */
  readonly isOnly: boolean;
}

let ofPage: TenantOfPage | undefined;

/** What the page of this window is of. */
export function showTenant(shown: TenantOfPage | undefined): void {
  ofPage = shown;
}

/** Where this window works, whatever another one has chosen meanwhile. */
export const tenantHere = (): string | undefined => ofPage?.id ?? chosenTenant();

/** Whether pages come in the tenant of this window, too: the cookie that says so is one for all windows, and any may forget it. */
export function isChosenHere(): boolean {
  if (ofPage === undefined) return true;
  const chosen = chosenTenant();
  return chosen === undefined ? ofPage.isOnly : chosen === ofPage.id;
}

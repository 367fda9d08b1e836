import { keptCookie } from '@/cookies/browser-cookie';

/** A cookie that says in which of their tenants a person works in this browser; without it, in the one they had first. */
export const tenantCookie = 'odolog-tenant';

export function chosenTenant(): string | undefined {
  return keptCookie(tenantCookie);
}

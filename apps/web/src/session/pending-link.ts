import { forgetCookie, keepCookie } from '@/cookies/browser-cookie';

/** A cookie that holds the link for which someone signs in or up, so that every way in leads back to it. */
export const pendingLinkCookie = 'odolog-pending';

/** What a link offers; also where its page stands. */
type Offered = 'invitations' | 'transfers';

const rememberedSeconds = 60 * 60;
const page = /^(invitations|transfers)\.([\w-]{86})$/;

export function rememberLink(offered: Offered, token: string): void {
  keepCookie(pendingLinkCookie, `${offered}.${token}`, rememberedSeconds);
}

export function forgetLink(): void {
  forgetCookie(pendingLinkCookie);
}

/** The page of the link that waits, if one does. */
export function pendingPage(cookieValue: string | undefined): string | undefined {
  const [, offered, token] = page.exec(cookieValue ?? '') ?? [];
  return offered && `/${offered}/${token}`;
}

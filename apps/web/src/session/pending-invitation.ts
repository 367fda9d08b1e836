/** A cookie that holds the invitation for which someone signs in or up, so that every way in leads back to it. */
export const invitationCookie = 'odolog-invitation';

const rememberedSeconds = 60 * 60;
const token = /^[\w-]{86}$/;

export function rememberInvitation(invitation: string): void {
  document.cookie = `${invitationCookie}=${invitation}; path=/; max-age=${rememberedSeconds}; samesite=lax`;
}

export function forgetInvitation(): void {
  document.cookie = `${invitationCookie}=; path=/; max-age=0; samesite=lax`;
}

/** The page of the invitation that waits, if one does. */
export function invitationPage(cookieValue: string | undefined): string | undefined {
  return cookieValue && token.test(cookieValue) ? `/invitations/${cookieValue}` : undefined;
}

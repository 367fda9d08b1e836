import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The session that cookies name, if the identity provider sealed it: an HMAC of the token behind it, by the secret that the
 * provider has. Says nothing of whether the session still holds.
 */
export function sealedSession(cookies: string | undefined, secret: string): string | undefined {
  const value = /session_token=([^;]+)/.exec(cookies ?? '')?.[1] ?? '';
  const [token = '', seal = ''] = plain(value).split('.');
  const given = Buffer.from(seal, 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

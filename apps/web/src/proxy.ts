import { NextResponse, type NextRequest } from 'next/server';
import { config as settings } from '@/config';
import { askedPageHeader } from '@/session/asked-page-header';
import { contentSecurityPolicy, nonceHeader } from '@/security/content-security-policy';

/**
 * Gives every page a policy with a nonce of its own. Next reads it from the request and marks its scripts with the nonce. And
 * tells the page its address, which Next does not.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    isSecure: settings.publicUrl.startsWith('https:'),
    isDevelopment: settings.isDevelopment,
  });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(nonceHeader, nonce);
  const { pathname, search } = request.nextUrl;
  headers.set(askedPageHeader, pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Every address at which a page may be drawn, one with a dot too: files of the build run nothing by themselves. */
export const config = { matcher: '/((?!_next/static/|_next/image).*)' };

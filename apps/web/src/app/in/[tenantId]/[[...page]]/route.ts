import { cookies } from 'next/headers';
import { askedFor, thenTo } from '@/address/way-back';
import { config } from '@/config';
import { lastWriteCookie } from '@/session/last-write';
import { ownTenants } from '@/session/own-tenants';
import { sessionApi } from '@/session/server-session';
import { rememberedSeconds, tenantCookie } from '@/session/tenant-here';

interface Context {
  readonly params: Promise<{ readonly tenantId: string }>;
}

/** Opens a page in one of the person's tenants, which the links of messages name. To whoever does not belong there it opens where they work. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { tenantId } = await params;
  const { pathname, search } = new URL(request.url);
  const page = askedFor(pathname.slice(`/in/${tenantId}`.length) + search) ?? '/';
  const own = await sessionApi();
  if (!own) return leadTo(thenTo('/sign-in', pathname + search));
  if ((await ownTenants(own)).some(({ id }) => id === tenantId)) {
    const jar = await cookies();
    jar.set(tenantCookie, tenantId, {
      maxAge: rememberedSeconds,
      sameSite: 'lax',
      secure: config.publicUrl.startsWith('https:'),
    });
    // It tells of writes in another one.
    jar.delete(lastWriteCookie);
  }
  return leadTo(page);
}

const leadTo = (location: string) => new Response(null, { status: 307, headers: { location } });

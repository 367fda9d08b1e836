import { isDrawn } from '@/ui/is-drawn';
import { fileIn } from '@/session/server-session';

interface Context {
  readonly params: Promise<{ readonly tenantId: string; readonly fileId: string }>;
}

const keptSeconds = 24 * 60 * 60;

/** A photo of a vehicle, for whoever is signed in and may see it: the elements of a page carry no token. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenantId, fileId } = await params;
  const file = await fileIn(tenantId, fileId);
  const mediaType = file?.headers.get('content-type') ?? '';
  // Nothing but a picture is shown in the place of a page of ours.
  if (!file?.ok || !isDrawn(mediaType)) return new Response(null, { status: 404 });
  return new Response(file.body, {
    headers: {
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      // Under its id a file never changes. By tomorrow the right to it is asked for again.
      'cache-control': `private, max-age=${keptSeconds}, immutable`,
    },
  });
}

import { isDrawn } from '@/ui/is-drawn';
import { fileIn } from '@/session/server-session';

export interface PictureContext {
  readonly params: Promise<{ readonly tenantId: string; readonly fileId: string }>;
}

interface Picture {
  readonly mediaType: string;
  readonly file: Response;
}

/** A picture, for whoever is signed in and may see it: the elements of a page carry no token. Nothing for any other file. */
export async function pictureIn({ params }: PictureContext): Promise<Picture | undefined> {
  const { tenantId, fileId } = await params;
  const file = await fileIn(tenantId, fileId);
  const mediaType = file?.headers.get('content-type') ?? '';
  return file?.ok && isDrawn(mediaType) ? { mediaType, file } : undefined;
}

import { noPicture, pictureAnswer } from './picture-answer';
import { type PictureContext, pictureIn } from './picture-in';

/** A picture as it was sent. */
export async function GET(_request: Request, context: PictureContext): Promise<Response> {
  const picture = await pictureIn(context);
  return picture ? pictureAnswer(picture.file.body, picture.mediaType) : noPicture();
}

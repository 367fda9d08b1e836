import { noPicture, pictureAnswer } from '../picture-answer';
import { type PictureContext, pictureIn } from '../picture-in';
import { drawnSmall } from './drawn-small';

/** A picture as small as a row of the timeline shows it: a hundredth of what a phone has taken. */
export async function GET(_request: Request, context: PictureContext): Promise<Response> {
  const picture = await pictureIn(context);
  const small = picture && (await drawnSmall(await picture.file.bytes()));
  return small ? pictureAnswer(small, 'image/webp') : noPicture();
}

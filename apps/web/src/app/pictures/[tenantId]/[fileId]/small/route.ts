import { noPicture, pictureAnswer } from '../picture-answer';
import { type PictureContext, pictureIn } from '../picture-in';
import { drawnSmall } from './drawn-small';
import { inTurn } from './in-turn';

/** Of the four threads that the process has for drawing and for its files, so that pages are answered meanwhile. */
const drawing = inTurn(2);

/** A picture as small as a row of the timeline shows it: a hundredth of what a phone has taken. */
export async function GET(request: Request, context: PictureContext): Promise<Response> {
  const small = await drawing(async () => {
    // A list that is scrolled through leaves most of what it asked for.
    if (request.signal.aborted) return undefined;
    const picture = await pictureIn(context);
    return picture && drawnSmall(await picture.file.bytes());
  });
  return small ? pictureAnswer(small, 'image/webp') : noPicture();
}

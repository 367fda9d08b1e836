import { Answer } from './answer.js';
import type { CallOf, RouteContract } from './contract.js';
import type { Resources } from '../resources.js';

type Call = Pick<CallOf<RouteContract>, 'caller' | 'minPosition'>;

export async function readAfter<Body>(
  _: Resources,
  __: Call,
  read: () => Promise<Body>,
): Promise<Answer<Body>> {
  return new Answer(200, await read());
}

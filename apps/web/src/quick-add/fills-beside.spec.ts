import { expect, it } from 'vitest';
import { fillsBeside } from './fills-beside';

const fill = (id: string, correctsId: string | null = null) => ({ id, correctsId });
const ids = (fills: readonly { id: string }[]) => fills.map(({ id }) => id);

it('leaves all of them beside a new fill', () => {
  const fills = [fill('b'), fill('a')];
  expect(ids(fillsBeside(fills, { correct: undefined, waiting: undefined }))).toEqual(['b', 'a']);
});

it('counts neither what is corrected, nor the correction that waits, nor what somebody else made of it', () => {
  const fills = [fill('mine', 'b'), fill('theirs', 'b'), fill('b'), fill('a')];
  expect(ids(fillsBeside(fills, { correct: fill('b'), waiting: fill('mine') }))).toEqual(['a']);
});

it('does not count an entry that waits beside itself', () => {
  expect(ids(fillsBeside([fill('b'), fill('a')], { correct: undefined, waiting: fill('b') }))).toEqual(['a']);
});

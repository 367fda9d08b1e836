import { expect, it } from 'vitest';
import { followCorrections, type Linked } from './follow-corrections.js';

const types = { n: 'note', x: 'retraction', r: 'restoration' } as const;

/** `a`, `b>a`, `x1>b`: an id, and what it corrects; the first letter says the type. */
function events(written: string): Linked[] {
  return written.split(' ').map((word) => {
    const [id = '', correctsId = null] = word.split('>');
    return { id, type: types[id[0] as 'x'] ?? types.n, correctsId };
  });
}

const standing = (written: string) =>
  [...followCorrections(events(written)).standing.keys()].sort().join(' ');

it.each([
  ['a', 'a'],
  ['a b>a', 'b'],
  ['a b>a c>b', 'c'],
  ['a x1>a', ''],
  ['a b>a x1>b', ''],
  ['a x1>a r1>x1', 'a'],
  ['a b>a r1>b', 'a'],
  ['a b>a x1>b r1>x1', 'b'],
  ['a b>a x1>b r1>x1 r2>b', 'a'],
  ['a x1>a r1>x1 r2>r1', ''],
  ['a b>a r1>b r2>r1', 'b'],
  ['a x1>a r1>x1 r2>r1 r3>r2', 'a'],
  ['a x1>a r1>x1 x2>a', ''],
  ['a x1>a r1>x1 b>a', 'b'],
])('of %s stands: %s', (written, expected) => {
  expect(standing(written)).toBe(expected);
});

it('names what came back among what had left, so that its rows are written anew', () => {
  const { left, supersededBy } = followCorrections(events('a x1>a r1>x1'));
  expect([...left]).toEqual(['a', 'x1']);
  expect([...supersededBy].map(([id, by]) => [id, by.id])).toEqual([['x1', 'r1']]);
});

it('goes on in the middle of a history, given what its restorations reach back to', () => {
  const [a, x, r] = events('a x1>a r1>x1');
  expect([...followCorrections([r!], [a!, x!]).standing.keys()]).toEqual(['a']);
  expect(() => followCorrections([r!])).toThrow('undoes what is not known');
});

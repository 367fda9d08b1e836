import { expect, it } from 'vitest';
import { standingIn } from './standing-in';

const first = { type: 'fuel', status: 'superseded' } as const;
const correction = { type: 'fuel', status: 'corrected' } as const;
const retraction = { type: 'retraction', status: 'effective' } as const;
const restoration = { type: 'restoration', status: 'effective' } as const;

it('is the latest correction, also once it was taken out and put back', () => {
  expect(standingIn([first, correction])).toBe(correction);
  expect(standingIn([first, correction, retraction, restoration])).toBe(correction);
});

it('is nothing of an entry that was taken out', () => {
  expect(standingIn([{ ...first, status: 'retracted' }, retraction])).toBeUndefined();
});

import { expect, it } from 'vitest';
import { labelSpots, marginOf, type Spot } from './label-spots';

const at = (x: number, y: number, textAnchor: Spot['textAnchor'] = 'middle'): Spot => ({ x, y, textAnchor });

it('leaves out words that would cover others, and lets earlier ones have the place', () => {
  const spots = labelSpots([
    { words: '9,998,990', spots: [at(100, 20)] },
    { words: '9,998,100', spots: [at(130, 20)] },
    { words: '8,999,991', spots: [at(70, 40)] },
  ]);
  expect(spots).toEqual([at(100, 20), null, at(70, 40)]);
});

it('takes the next place where the best one is covered', () => {
  const spots = labelSpots([
    { words: 'today', spots: [at(100, 190, 'start')] },
    { words: 'about 29 Nov', spots: [at(105, 190, 'start'), at(105, 174, 'start')] },
    { words: 'about 26 Oct 2027', spots: [at(270, 190, 'end'), at(270, 174, 'end'), at(270, 158, 'end')] },
  ]);
  expect(spots).toEqual([at(100, 190, 'start'), at(105, 174, 'start'), at(270, 190, 'end')]);
});

it('makes room for the longest figure of a scale', () => {
  expect(marginOf(['0', '500'], 40)).toBe(40);
  expect(marginOf(['0', '10,000,000'], 40)).toBe(74);
});

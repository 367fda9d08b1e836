import { expect, it } from 'vitest';
import { labelSpot } from './average-label';

const line = { left: 40, right: 340, y: 80, top: 12, bottom: 144 };
const words = 'average 5.14';
const at = (from: number, y: number) => ({ from, to: from + 20, y });

it('stands below the beginning of its line where nothing is drawn', () => {
  expect(labelSpot(words, line, [])).toEqual({ x: 44, y: 94 });
});

it('goes above it, or to its end, from what is drawn there', () => {
  expect(labelSpot(words, line, [at(100, 92)])).toEqual({ x: 44, y: 74 });
  const { x, y } = labelSpot(words, line, [at(100, 92), at(60, 70)]);
  expect(x).toBeGreaterThan(200);
  expect(y).toBe(94);
});

it('covers least where something is drawn everywhere', () => {
  const everywhere = [at(60, 92), at(80, 90), at(60, 70), at(300, 92), at(300, 88), at(300, 70), at(310, 72)];
  expect(labelSpot(words, line, everywhere)).toEqual({ x: 44, y: 74 });
});

it('leaves the drawing neither at its top nor at its bottom', () => {
  expect(labelSpot(words, { ...line, y: 16 }, [at(60, 30)]).y).toBeGreaterThan(16);
  expect(labelSpot(words, { ...line, y: 140 }, [at(60, 130)]).y).toBeLessThan(140);
});

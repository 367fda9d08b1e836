import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('no more than so many are at work, first come first, also after one that fails', async () => {
  const turn = inTurn(2);
  const begun: number[] = [];
  let atWork = 0;
  let most = 0;
  const piece = (name: number) =>
    turn(async () => {
      begun.push(name);
      most = Math.max(most, (atWork += 1));
      await pause(2);
      atWork -= 1;
      if (name === 1) throw new Error('torn');
      return name;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map(piece));
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true]);
  expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2]);
  expect(await piece(5)).toBe(5);
});

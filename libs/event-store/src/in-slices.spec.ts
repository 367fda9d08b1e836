import { turnsOf } from '@odolog/testing';
import { expect, it } from 'vitest';
import { inSteps, mapInSlices } from './in-slices.js';

it('maps in order, and lets others in every hundred items', async () => {
  const items = [...Array(1000).keys()];
  expect(await mapInSlices(items, (item, index) => [item, index])).toEqual(items.map((at) => [at, at]));
  expect(await turnsOf(() => mapInSlices(items, (item) => item))).toBeGreaterThan(5);
});

it('lets others in between the steps of one piece of work', async () => {
  function* steps() {
    for (let at = 0; at < 10; at += 1) yield;
    return 'done';
  }
  expect(await inSteps(steps())).toBe('done');
  expect(await turnsOf(() => inSteps(steps()))).toBeGreaterThan(5);
});

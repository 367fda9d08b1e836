import { expect, it } from 'vitest';
import { possibleOrders } from './dates.js';

it('puts the day first where points part the date, and not where they stand in its time', () => {
  expect(possibleOrders(['03.05.2026', '04.05.2026 10:30'])).toEqual(['dmy']);
  expect(possibleOrders(['03/05/2026 10:30 a.m.', '04/05/2026 11:00 p.m.'])).toEqual(['dmy', 'mdy']);
  expect(possibleOrders(['3/25/2026 10:30 a.m.'])).toEqual(['mdy']);
});

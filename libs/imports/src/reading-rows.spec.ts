import { expect, it } from 'vitest';
import { fuellyFuel } from './fuelly-fuel/fuelly-fuel.js';
import { readingRows, readRows } from './read-rows.js';

const header = 'fuelup_date,odometer,gallons,price,partial_fuelup,missed_fuelup,miles';
const row = (at: number) => `2021-01-02,${1000 + at},2.5,3.459,0,0,40`;

it('reads many rows in steps, and then the same as at once', () => {
  const file = [header, ...Array.from({ length: 1000 }, (_, at) => row(at))].join('\n');
  const declared = { currency: 'USD', distanceUnit: 'mi', volumeUnit: 'gal-us', dateOrder: 'ymd' } as const;
  const reading = readingRows(fuellyFuel, file, declared);
  let steps = 0;
  for (let step = reading.next(); ; step = reading.next(), steps += 1) {
    if (!step.done) continue;
    expect(step.value).toEqual(readRows(fuellyFuel, file, declared));
    expect(step.value.rows).toHaveLength(1000);
    break;
  }
  expect(steps).toBeGreaterThan(4);
});

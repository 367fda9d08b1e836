import { expect, it } from 'vitest';
import { pointOfViewIn, todayOf, viewAddress, viewQuery } from './point-of-view';

const [zone, today] = ['Europe/Berlin', '2026-11-21'];

it('takes past days out of the address, and nothing else', () => {
  expect(pointOfViewIn({ asOf: '2026-03-10', type: 'fuel' }, zone, today)).toEqual({ asOf: '2026-03-10' });
  for (const wrong of ['', 'soon', '2026-02-30', '2026-11-21', '2027-01-01', ['2026-01-01']])
    expect(pointOfViewIn({ asOf: wrong, knownOn: wrong }, zone, today)).toEqual({});
});

it('knows what was known until the end of the day, in a zone whose clocks change that night', () => {
  expect(viewQuery(pointOfViewIn({ knownOn: '2026-03-28' }, zone, today))).toEqual({
    knownAt: '2026-03-28T22:59:59.999Z',
  });
  expect(viewQuery(pointOfViewIn({ knownOn: '2026-03-29' }, zone, today))).toEqual({
    knownAt: '2026-03-29T21:59:59.999Z',
  });
  expect(viewQuery({ asOf: '2026-03-10' })).toEqual({ asOf: '2026-03-10' });
});

it('goes back into the address as it came out', () => {
  const asked = { asOf: '2026-03-10', knownOn: '2026-04-01' };
  expect(viewAddress(pointOfViewIn(asked, zone, today))).toEqual(asked);
});

it('counts from the day of the vehicle, or else from the day of the record', () => {
  expect(todayOf({ asOf: '2026-03-10', knownOn: '2026-04-01' }, today)).toBe('2026-03-10');
  expect(todayOf({ knownOn: '2026-04-01' }, today)).toBe('2026-04-01');
  expect(todayOf({}, today)).toBe(today);
});

import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import { viewerFormat } from '@/format/viewer-format';
import { factOf, isVoidReading, markStateOf, quietLineOf } from './entry-view';

const format = viewerFormat({ locale: 'en-IE', distanceUnit: 'km', volumeUnit: 'L' });
const item = (more: Partial<TimelineItem>) =>
  ({ summary: '', odometer: null, cost: null, notes: null, data: {}, ...more }) as TimelineItem;

it('says the fact alone: the place has a line of its own, and a partial fill its tag', () => {
  const fill = item({
    summary: '10.00 L at €1.759/L, partial, Aral Wasserburger Landstraße',
    data: { fill: 'partial', station: { name: 'Aral Wasserburger Landstraße' } },
  });
  expect(factOf(fill, format)).toBe('10.00 L at €1.759/L');
  expect(quietLineOf(fill, factOf(fill, format))).toBe('Aral Wasserburger Landstraße');
  expect(markStateOf(fill)).toBe('partial');
});

it('shows a reading by its number, and a void one as void', () => {
  const reading = item({
    summary: 'One digit too many',
    odometer: { value: 660_105, unit: 'km', void: true },
    data: { reason: 'One digit too many' },
  });
  expect(factOf(reading, format)).toBe('660,105 km');
  expect(quietLineOf(reading, '660,105 km')).toBe('One digit too many');
  expect(markStateOf(reading)).toBe('void');
});

it('keeps a fill-up whose odometer is void a fill-up', () => {
  const fill = item({ odometer: { value: 1, unit: 'km', void: true }, data: { fill: 'full' } });
  expect(isVoidReading(fill)).toBe(false);
  expect(markStateOf(fill)).toBe('full');
});

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

it('says what was titled, and below it until when that holds', () => {
  const reminder = item({
    summary: 'Reminder set: Oil, and filter, by 1 May 2027 or at 62,000 km',
    data: { title: 'Oil, and filter' },
  });
  expect(factOf(reminder, format)).toBe('Reminder set: Oil, and filter');
  expect(quietLineOf(reminder, factOf(reminder, format))).toBe('By 1 May 2027 or at 62,000 km');
  const policy = item({
    summary: 'Policy, valid until 31 Dec 2027',
    data: { title: 'Policy' },
    notes: 'In the glove box',
  });
  expect(factOf(policy, format)).toBe('Policy');
  expect(quietLineOf(policy, 'Policy')).toBe('Valid until 31 Dec 2027 · In the glove box');
  const alike = item({
    summary: 'Reminder set: Reminder, by 1 May 2027',
    data: { title: 'Reminder' },
  });
  expect(factOf(alike, format)).toBe('Reminder set: Reminder');
  expect(quietLineOf(alike, factOf(alike, format))).toBe('By 1 May 2027');
  const untitled = item({ summary: 'Warranty', data: { title: 'Warranty' } });
  expect([factOf(untitled, format), quietLineOf(untitled, 'Warranty')]).toEqual(['Warranty', null]);
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

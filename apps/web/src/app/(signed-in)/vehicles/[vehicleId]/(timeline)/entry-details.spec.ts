import { expect, it } from 'vitest';
import { viewerFormat } from '@/format/viewer-format';
import { detailsOf, differences } from './entry-details';

const format = viewerFormat({ locale: 'en-IE', distanceUnit: 'km', volumeUnit: 'L' });
const words = { boolean: (value: boolean) => (value ? 'yes' : ''), code: (code: string) => code };
const details = (data: Record<string, unknown>) => detailsOf(data, format, words);

it('writes money, measures and dates the viewer’s way, whatever the type', () => {
  const data = {
    volume: { value: 26.31, unit: 'L' },
    unitPrice: { amount: '1.729', currency: 'EUR' },
    dueDate: '2027-05-01',
    missedPrevious: false,
    tags: ['winter', 'trip'],
  };
  expect(details(data).map(({ key, value }) => [key, value])).toEqual([
    ['volume', '26.31 L'],
    ['unitPrice', '€1.729'],
    ['dueDate', '1 May 2027'],
    ['tags', 'winter, trip'],
  ]);
});

it('names a place by what it is, not by its name', () => {
  expect(details({ station: { name: 'JET' } })).toEqual([
    { path: '/station/name', key: 'station', value: 'JET' },
  ]);
});

it('tells two versions apart by what they say differently', () => {
  const before = details({ volume: { value: 26.13, unit: 'L' }, fill: 'full', tank: 'left' });
  const after = details({ volume: { value: 26.31, unit: 'L' }, fill: 'full', description: 'new' });
  expect(differences(before, after)).toEqual([
    { path: '/volume', key: 'volume', from: '26.13 L', to: '26.31 L' },
    { path: '/description', key: 'description', from: null, to: 'new' },
    { path: '/tank', key: 'tank', from: 'left', to: null },
  ]);
});

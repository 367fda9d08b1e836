import { serviceKinds, validateRecording } from '@odolog/events';
import { describe, expect, it } from 'vitest';
import { reminderTemplates, type TemplateVehicle } from './templates.js';

const of = (kind: string, energies: string[], distanceUnit: TemplateVehicle['distanceUnit'] = 'km') =>
  reminderTemplates({ kind, energies, distanceUnit }, '2026-11-21');
const ids = (...given: Parameters<typeof of>) => of(...given).map(({ id }) => id);

describe('the templates', () => {
  it('leave out what an electric car does not have', () => {
    const electric = ids('car', ['electricity']);
    expect(electric).toEqual(
      expect.arrayContaining(['brake-fluid', 'cabin-filter', 'inspection', 'coolant']),
    );
    expect(electric).not.toEqual(expect.arrayContaining(['engine-oil']));
    for (const id of ['engine-oil', 'timing-belt', 'spark-plugs', 'fuel-filter', 'air-filter'])
      expect(electric).not.toContain(id);
  });

  it('know diesels, plug-in hybrids and motorcycles', () => {
    expect(ids('estate', ['diesel'])).toContain('fuel-filter');
    expect(ids('estate', ['diesel'])).not.toContain('spark-plugs');
    expect(ids('car', ['petrol', 'electricity'])).toEqual(
      expect.arrayContaining(['engine-oil', 'spark-plugs']),
    );
    expect(ids('motorcycle', ['petrol'])).toEqual(expect.arrayContaining(['chain', 'motorcycle-oil']));
    expect(ids('motorcycle', ['petrol'])).not.toContain('cabin-filter');
  });

  it('are round numbers in the vehicle’s unit', () => {
    const oil = (unit: TemplateVehicle['distanceUnit']) =>
      of('car', [], unit).find(({ id }) => id === 'engine-oil');
    expect(oil('km')?.every).toEqual({ months: 12, distance: { value: 15_000, unit: 'km' } });
    expect(oil('mi')?.every).toEqual({ months: 12, distance: { value: 10_000, unit: 'mi' } });
  });

  it('go by the hours meter too where work is counted in hours', () => {
    const [oil] = of('other', ['diesel']).filter(({ id }) => id === 'engine-oil');
    expect(oil?.every).toEqual({ months: 12, distance: { value: 15_000, unit: 'km' }, hours: 250 });
    expect(of('truck', ['diesel']).some(({ every }) => every.hours !== undefined)).toBe(false);
  });

  it('give a fixed schedule its first mark', () => {
    expect(of('car', []).find(({ id }) => id === 'inspection')).toMatchObject({
      anchor: 'schedule',
      dueDate: '2028-11-21',
    });
  });

  it('can all be adopted as they are, with kinds of work that are known', () => {
    for (const { id: _, ...data } of [
      ...of('car', ['petrol', 'diesel']),
      ...of('motorcycle', []),
      ...of('other', ['diesel']),
    ]) {
      const recording = { type: 'reminder', date: '2026-11-21', data: { title: 'Any', ...data } };
      expect(() => validateRecording(recording)).not.toThrow();
      if (data.serviceKind) expect(serviceKinds).toHaveProperty([data.serviceKind]);
    }
  });
});

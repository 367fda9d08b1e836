import { expect, it } from 'vitest';
import { newReminderOf } from './new-reminder';

function typed(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it('says every limit and interval that was typed, and the kind of work that does away with it', () => {
  const form = typed({
    title: ' Hydraulics ',
    dueDate: '2026-12-01',
    dueOdometer: '12000',
    dueHours: '1500.5',
    everyMonths: '12',
    everyDistance: '15000',
    everyHours: '500',
    anchor: 'schedule',
    serviceKind: 'other',
  });
  expect(newReminderOf(form, 'mi')).toEqual({
    title: 'Hydraulics',
    dueDate: '2026-12-01',
    dueOdometer: { value: 12_000, unit: 'mi' },
    dueHours: 1500.5,
    every: { months: 12, distance: { value: 15_000, unit: 'mi' }, hours: 500 },
    anchor: 'schedule',
    serviceKind: 'other',
  });
});

it('says nothing of what was left empty', () => {
  const form = typed({ title: 'Wash', dueHours: '', everyHours: '', serviceKind: '', anchor: 'completion' });
  expect(newReminderOf(form, 'km')).toEqual({ title: 'Wash', anchor: 'completion' });
});

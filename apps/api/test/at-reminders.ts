import { localDateOf } from '@odolog/vehicle';
import { atAVehicle } from './at-a-vehicle.js';

/** Where the vehicles of these tests are, and robin with them. */
export const today = localDateOf(new Date().toISOString(), 'Europe/Berlin');

export const oil = {
  title: 'Oil and filter',
  dueDate: today,
  every: { months: 12, distance: { value: 15_000, unit: 'km' } },
  serviceKind: 'engine-oil',
};

/** The reminder of a command's answer, without what was recorded. */
export const reminderIn = ({
  event: _e,
  version: _v,
  position: _p,
  warnings: _w,
  ...reminder
}: Record<string, unknown>) => reminder;

/** A vehicle of robin's, as `atAVehicle` makes it, and what is done with its reminders. */
export function atReminders() {
  const at = atAVehicle();
  return {
    at,
    set: (about: object) => at.robin.call({ url: `${at.vehicle}/reminders`, body: about }),
    act: async (id: string, step: string, body: object = {}) => {
      await at.fold();
      return at.robin.call({ url: `/v1/reminders/${id}/${step}`, body });
    },
    list: async (query = '') => {
      await at.fold();
      return (await at.read(`reminders${query}`)).items;
    },
  };
}

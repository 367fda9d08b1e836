/** The types of entries in the order of how often they are logged. */
const usualOrder = [
  'fuel',
  'charge',
  'maintenance',
  'expense',
  'odometer',
  'note',
  'inspection',
  'reminder',
  'document',
  'hours-meter',
  'odometer-replacement',
  'hours-meter-replacement',
  'acquired',
  'sold',
  'transferred',
  'archived',
];

/** Sorts types as they are usually logged. */
export function byUse(one: string, other: string): number {
  return place(one) - place(other);
}

/** One that is not known comes last. */
function place(type: string): number {
  const index = usualOrder.indexOf(type);
  return index < 0 ? usualOrder.length : index;
}

import { eventTypes } from '@odolog/events';
import { expect, test } from 'vitest';
import { letThrough, unaskedOf, type LetThrough } from '../../test/every-field.js';
import { sharedData } from './shared-data.js';

/**
 * Every field of every released type that a buyer may come to see: a new one fails here until it is said whether it is private.
 * Of a type that is not listed yet the test below looks at what is seen unasked, by the names of its fields alone.
 */
const fields: Readonly<Record<string, LetThrough>> = {
  acquired: { always: 'condition', costs: 'total.amount total.currency' },
  archived: { always: '', notes: 'reason' },
  charge: { always: null },
  document: { always: null, documents: 'kind title validUntil', all: 'kind title validUntil' },
  expense: {
    always: null,
    costs: 'category total.amount total.currency',
    all: 'category total.amount total.currency description',
  },
  fuel: {
    always: 'volume.value volume.unit energy fill missedPrevious',
    costs: 'total.amount total.currency unitPrice.amount unitPrice.currency',
  },
  'hours-meter': { always: 'hours hoursVoid' },
  'hours-meter-replacement': { always: 'oldFinalHours newFirstHours', notes: 'reason' },
  inspection: {
    always: 'result validUntil hours hoursVoid',
    costs: 'total.amount total.currency',
    notes: 'defects[]',
  },
  maintenance: {
    always:
      'items[].kind items[].brand items[].partNumber items[].quantity items[].size items[].position items[].warrantyUntil items[].warrantyDistance.value items[].warrantyDistance.unit hours hoursVoid',
    costs:
      'items[].parts.amount items[].parts.currency items[].labour.amount items[].labour.currency items[].cost.amount items[].cost.currency total.amount total.currency',
    notes: 'items[].description',
  },
  note: { always: null, notes: 'text', all: 'text' },
  odometer: { always: '', notes: 'reason' },
  'odometer-replacement': {
    always: 'oldFinal.value oldFinal.unit newFirst.value newFirst.unit',
    notes: 'reason',
  },
  received: { always: 'origin.version origin.chainHash whole abridged withheld seal' },
  reminder: { always: null },
  'reminder-completed': { always: null },
  'reminder-dismissed': { always: null },
  'reminder-snoozed': { always: null },
  restoration: { always: '' },
  retraction: { always: '' },
  sold: { always: '', costs: 'total.amount total.currency' },
  transferred: { always: '', notes: 'reason' },
};

const shownOf = (type: string) =>
  letThrough(type, (event, chosen) => sharedData(event, { ...chosen, vin: false })?.data);

test.each(Object.keys(fields))('of %s a buyer sees what says something about the vehicle', (type) => {
  expect(shownOf(type)).toEqual(fields[type]);
});

test('of a type that is not listed yet a buyer sees nothing unasked that is not seen of those', () => {
  const seen = unaskedOf(eventTypes.map(({ type }) => shownOf(type)));
  expect(new Set(seen)).toEqual(new Set(unaskedOf(Object.values(fields))));
});

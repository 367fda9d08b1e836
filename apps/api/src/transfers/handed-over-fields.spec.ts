import { eventTypes } from '@odolog/events';
import { expect, test } from 'vitest';
import { letThrough, unaskedOf, type LetThrough } from '../../test/every-field.js';
import { handedOver } from './handed-over.js';

/** Every field of every released type: a new one fails here until it is said who gets it. */
const fields: Readonly<Record<string, LetThrough>> = {
  acquired: {
    always: 'condition',
    costs: 'total.amount total.currency',
    notes: 'from tags[]',
    documents: 'receiptId fileIds[]',
  },
  archived: { always: '', notes: 'reason' },
  charge: {
    always:
      'added.value added.unit drawn.value drawn.unit billed.value billed.unit startPercent endPercent startedAt endedAt charger missedPrevious',
    costs:
      'priced.tariffId priced.tariff priced.basis priced.total.amount priced.total.currency priced.parts[].from priced.parts[].to priced.parts[].energyWh priced.parts[].unitPrice.amount priced.parts[].unitPrice.currency priced.parts[].amount.amount priced.parts[].amount.currency total.amount total.currency',
    notes: 'location.name location.latitude location.longitude tags[]',
    documents: 'receiptId fileIds[]',
  },
  document: {
    always: null,
    documents: 'kind title validUntil fileIds[]',
    all: 'kind title validUntil fileIds[] tags[]',
  },
  expense: {
    always: null,
    costs: 'category total.amount total.currency',
    all: 'category total.amount total.currency description payee receiptId fileIds[] tags[]',
  },
  fuel: {
    always: 'volume.value volume.unit energy fill missedPrevious tank',
    costs: 'total.amount total.currency unitPrice.amount unitPrice.currency',
    notes: 'station.name station.latitude station.longitude tags[]',
    documents: 'receiptId fileIds[]',
  },
  'hours-meter': { always: 'hours hoursVoid' },
  'hours-meter-replacement': { always: 'oldFinalHours newFirstHours', notes: 'reason' },
  inspection: {
    always: 'result authority validUntil defects[] hours hoursVoid',
    costs: 'total.amount total.currency',
    notes: 'tags[]',
    documents: 'receiptId fileIds[]',
  },
  maintenance: {
    always:
      'items[].kind items[].brand items[].partNumber items[].quantity items[].size items[].position items[].warrantyUntil items[].warrantyDistance.value items[].warrantyDistance.unit workshop hours hoursVoid reminderIds[]',
    costs:
      'items[].parts.amount items[].parts.currency items[].labour.amount items[].labour.currency items[].cost.amount items[].cost.currency total.amount total.currency',
    notes: 'items[].description tags[]',
    documents: 'receiptId fileIds[]',
  },
  note: { always: null, notes: 'text tags[]', all: 'text fileIds[] tags[]' },
  odometer: { always: '', notes: 'reason' },
  'odometer-replacement': {
    always: 'oldFinal.value oldFinal.unit newFirst.value newFirst.unit',
    notes: 'reason',
  },
  received: { always: 'origin.version origin.chainHash whole abridged withheld seal', notes: 'from' },
  reminder: {
    always:
      'title dueDate dueOdometer.value dueOdometer.unit dueHours every.months every.distance.value every.distance.unit every.hours anchor serviceKind soon.days soon.distance.value soon.distance.unit soon.hours',
  },
  'reminder-completed': { always: 'reminderId title' },
  'reminder-dismissed': { always: 'reminderId title' },
  'reminder-snoozed': {
    always: 'reminderId title cycle until.date until.odometer.value until.odometer.unit',
  },
  restoration: { always: '' },
  retraction: { always: '' },
  sold: {
    always: '',
    costs: 'total.amount total.currency',
    notes: 'to tags[]',
    documents: 'receiptId fileIds[]',
  },
  transferred: { always: '', notes: 'to reason tags[]', documents: 'fileIds[]' },
};

const goesOf = (type: string) =>
  letThrough(type, (event, chosen) => handedOver([event], chosen).events[0]?.data);

test.each(Object.keys(fields))('of %s goes what is about the vehicle, and what was chosen', (type) => {
  expect(goesOf(type)).toEqual(fields[type]);
});

test('of a type that is not listed yet nothing goes unasked that does not go of those', () => {
  const goes = unaskedOf(eventTypes.map(({ type }) => goesOf(type)));
  expect(new Set(goes)).toEqual(new Set(unaskedOf(Object.values(fields))));
});

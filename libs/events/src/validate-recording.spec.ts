import { Problem } from '@odolog/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventType, eventTypes } from './event-types.js';
import { validateRecording } from './validate-recording.js';

const fill = { type: 'fuel', date: '2026-11-19', data: eventType('fuel')?.example };

function refusal(body: unknown, at?: string): Problem {
  try {
    validateRecording(body, at);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('The recording was accepted');
}

const faults = (body: unknown) =>
  refusal(body).extras.errors?.map(({ pointer, code }) => `${pointer} ${code}`);

it('returns what was sent, with the defaults of its type', () => {
  const { missedPrevious: _left, ...data } = fill.data as Record<string, unknown>;
  const odometer = { value: 66_412, unit: 'km' };
  const recording = validateRecording({ ...fill, odometer, data });
  expect(recording).toEqual({ ...fill, odometer, data: { ...data, missedPrevious: false } });
  expect(data).not.toHaveProperty('missedPrevious');
});

it.each(eventTypes.filter(({ internal }) => !internal).map((type) => [type.type, type] as const))(
  'accepts the example of %s',
  (type, { example, reading }) => {
    const odometer = reading ? undefined : { value: 1, unit: 'mi' };
    const body = { type, date: '2026-11-19', odometer, data: example };
    expect(() => validateRecording(body)).not.toThrow();
  },
);

describe('refuses, and points at the fault', () => {
  it.each([
    ['a missing field', { ...fill, date: undefined }, ['/date missing']],
    ['an unknown field', { ...fill, extra: 1 }, ['/extra unknown-field']],
    ['an unknown field with a slash', { ...fill, 'a/b': 1 }, ['/a~1b unknown-field']],
    [
      'an unknown field of the data',
      { ...fill, data: { ...fill.data, price: 1 } },
      ['/data/price unknown-field'],
    ],
    ['a field of the wrong type', { ...fill, notes: 5 }, ['/notes wrong-type']],
    [
      'a number in a string',
      { ...fill, odometer: { value: '5', unit: 'km' } },
      ['/odometer/value wrong-type'],
    ],
    ['a unit that is none', { ...fill, odometer: { value: 5, unit: 'm' } }, ['/odometer/unit not-allowed']],
    ['a negative reading', { ...fill, odometer: { value: -5, unit: 'km' } }, ['/odometer/value too-small']],
    ['a day that does not exist', { ...fill, date: '2026-02-29' }, ['/date bad-format']],
    ['a date in another order', { ...fill, date: '19.11.2026' }, ['/date bad-format']],
    [
      'an instant without an offset',
      { ...fill, occurredAt: '2026-11-19T18:42:00' },
      ['/occurredAt bad-format'],
    ],
    ['an id that is no UUID', { ...fill, id: '1' }, ['/id bad-format']],
    ['text that cannot be stored', { ...fill, notes: 'a\u0000' }, ['/notes bad-format']],
    ['half of a character', { ...fill, notes: '\ud83d' }, ['/notes bad-format']],
    ['data that is missing', { ...fill, data: undefined }, ['/data missing']],
    ['data that is no object', { ...fill, data: [] }, ['/data wrong-type']],
    ['a body that is no object', 5, [' wrong-type']],
    ['a body without a type', { date: '2026-11-19', data: {} }, ['/type missing']],
    [
      'an odometer event without a reading',
      { type: 'odometer', date: '2026-11-19', data: {} },
      ['/odometer missing'],
    ],
  ])('%s', (_what, body, expected) => {
    expect(refusal(JSON.parse(JSON.stringify(body))).code).toBe('validation-failed');
    expect(faults(JSON.parse(JSON.stringify(body)))).toEqual(expected);
  });

  it('every fault at once', () => {
    const data = {
      volume: { value: 0, unit: 'L' },
      total: { amount: 70.2, currency: 'eur' },
      energy: 'petrol',
      fill: 'half',
    };
    expect(faults({ ...fill, date: 'today', data })).toEqual([
      '/date bad-format',
      '/data/volume/value too-small',
      '/data/total/amount wrong-type',
      '/data/total/currency bad-format',
      '/data/fill not-allowed',
    ]);
  });

  it('in words that say what to do', () => {
    const problem = refusal({ ...fill, date: '2026-02-29' });
    expect(problem.extras.errors).toEqual([
      { pointer: '/date', code: 'bad-format', detail: 'Must be a date that exists, written YYYY-MM-DD' },
    ]);
  });
});

it('refuses a type that there is not, and one that only the system records', () => {
  for (const type of ['constructor', 'retraction', 'Fuel']) {
    expect(refusal({ ...fill, type }).code).toBe('unknown-event-type');
  }
});

it('answers any JSON at all with a recording or a problem, and leaves it as it was', () => {
  const types = eventTypes.map(({ type }) => type);
  const examples = eventTypes.map(({ example }) => example as object);
  const oddData = fc
    .tuple(fc.constantFrom(...examples), fc.jsonValue(), fc.string())
    .map(([example, value, key]) => ({ ...example, [Object.keys(example)[0] ?? key]: value, [key]: value }));
  const body = fc.record(
    {
      type: fc.oneof(fc.constantFrom(...types), fc.jsonValue()),
      date: fc.oneof(fc.constant('2026-11-19'), fc.jsonValue()),
      odometer: fc.jsonValue(),
      data: fc.oneof(fc.constantFrom(...examples), oddData, fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(body, fc.jsonValue()), (sent) => {
      const before = JSON.stringify(sent);
      try {
        validateRecording(sent);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        expect((error as Problem).extras.errors?.length).toBeGreaterThan(0);
      }
      expect(JSON.stringify(sent)).toBe(before);
    }),
    { numRuns: 500 },
  );
});

it('applies the rules of the type once its data fits', () => {
  const data = { ...fill.data, total: { amount: '7.02', currency: 'EUR' } };
  expect(refusal({ ...fill, data }).code).toBe('amount-mismatch');
});

it('points into the request that holds the recording', () => {
  const data = { ...fill.data, total: { amount: '7.02', currency: 'EUR' } };
  expect(refusal({ ...fill, date: '' }, '/events/3').extras.errors?.[0]?.pointer).toBe('/events/3/date');
  expect(refusal({ ...fill, data }, '/event').extras.errors?.[0]?.pointer).toBe('/event/data/total/amount');
  expect(refusal({ ...fill, type: 'x' }, '/event').extras.errors?.[0]?.pointer).toBe('/event/type');
});

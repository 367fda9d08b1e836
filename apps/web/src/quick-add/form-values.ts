import { eventType } from '@odolog/events';
import type { Vehicle } from '@/api/schema.gen';
import { clockIn, dayIn } from '@/format/today';
import type { Draft } from './draft';
import { accompanying, untyped, widgetOf, type SchemaNode } from './schema-node';
import { plainDecimal, typedNumber } from './typed-number';

/** What the fields of a form hold: a recording in which whatever is typed is still text. */
export interface FormValues {
  type: string;
  date: string;
  /** HH:MM in the vehicle's time zone, or empty: no time is known. */
  clock: string;
  odometer: { value: string; unit: string; void: boolean };
  notes: string;
  /** A FormValue each; a recursive type here would be too deep for the form library's paths. */
  data: Record<string, unknown>;
  /** Why an entry is corrected. */
  reason: string;
}

export type FormValue = string | boolean | FormValue[] | { [key: string]: FormValue };

type Home = Pick<Vehicle, 'currency' | 'distanceUnit' | 'volumeUnit' | 'timeZone'> & {
  readonly locale: string;
  /** When a new entry is begun: what has to start somewhere starts now. */
  readonly now?: string;
};

/** What the server works out, and nobody types. */
const computed = new Set(['priced']);

/** The schema of a type's data, as the web reads it. */
export function schemaOf(type: string): SchemaNode {
  const { properties = {}, ...schema } = (eventType(type)?.data ?? {}) as SchemaNode;
  const typed = Object.entries(properties).filter(([key]) => !computed.has(key));
  return { ...schema, properties: Object.fromEntries(typed) };
}

/** The text of what is stored, or of nothing: then units and currency are the vehicle's. */
export function formValueOf(node: SchemaNode, stored: unknown, home: Home): FormValue {
  const widget = widgetOf(node);
  if (node.properties) {
    const known = (stored ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(node.properties).map(([key, child]) => [
        key,
        // An amount is kept as text with a point, which in German stands between thousands.
        widget === 'money' && key === 'amount' && typeof known.amount === 'string'
          ? typedNumber(known.amount, home.locale)
          : formValueOf(child, known[key] ?? homeValue(key, child, home), home),
      ]),
    );
  }
  if (widget === 'list') {
    const items = (stored as unknown[] | undefined) ?? Array.from({ length: node.minItems ?? 0 });
    return items.map((item) => formValueOf(node.items!, item, home));
  }
  if (node.type === 'array') return ((stored as string[] | undefined) ?? []).join(', ');
  if (widget === 'instant') return typeof stored === 'string' ? localTime(stored, home.timeZone) : '';
  if (widget === 'flag') return (stored ?? node.default ?? false) === true;
  if (typeof stored === 'number') return typedNumber(stored, home.locale);
  return typeof stored === 'string' ? stored : String(node.default ?? '');
}

/** `YYYY-MM-DDTHH:MM` on the vehicle's wall clock. */
function localTime(instant: string, timeZone: string): string {
  const at = new Date(instant);
  return `${dayIn(timeZone, at)}T${clockIn(timeZone, at)}`;
}

function homeValue(key: string, { enum: allowed = [] }: SchemaNode, home: Home): string | undefined {
  if (key === 'currency') return home.currency;
  if (key === 'startedAt') return home.now;
  if (key !== 'unit') return undefined;
  return [home.distanceUnit, home.volumeUnit].find((unit) => allowed.includes(unit)) ?? allowed[0];
}

/** What is sent of what was typed: empty fields are left out, numbers are numbers where they can be read as such. */
export function sentValueOf(node: SchemaNode, typed: FormValue, sending: Sending): unknown {
  if (node.properties) return sentObject(node, typed as Record<string, FormValue>, sending);
  if (Array.isArray(typed)) {
    const items = typed.map((item) => sentValueOf(node.items ?? {}, item, sending) ?? {});
    return items.length > 0 ? items : undefined;
  }
  // a switch that nobody touched says nothing, unless its schema says what it says then
  if (typed === false && node.default === undefined) return undefined;
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (text === '') return undefined;
  if (node.type === 'array')
    return text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  if (widgetOf(node) === 'instant') return instantAt(text, sending);
  if (node.type !== 'number' && node.type !== 'integer') return text;
  const plain = plainDecimal(text, sending.locale);
  return plain === null ? text : Number(plain);
}

function instantAt(local: string, { instantOf }: Sending): string {
  const [date = '', clock = ''] = local.split('T');
  return isDay(date) && clock ? instantOf(date, clock) : local;
}

function sentObject({ properties }: SchemaNode, typed: Record<string, FormValue>, sending: Sending) {
  const entries = Object.entries(properties ?? {}).flatMap(([key, child]) => {
    const value =
      key === 'amount' ? amountOf(typed[key], sending.locale) : sentValueOf(child, typed[key] ?? '', sending);
    return value === undefined ? [] : [[key, value] as const];
  });
  const says = entries.some(([key]) => !accompanying.has(key) && !untyped.has(key));
  return says ? Object.fromEntries(entries) : undefined;
}

/** An amount of money is sent as a decimal string. */
function amountOf(typed: FormValue | undefined, locale: string): string | undefined {
  const text = typeof typed === 'string' ? typed.trim() : '';
  return text === '' ? undefined : (plainDecimal(text, locale) ?? text);
}

interface Sending {
  readonly locale: string;
  /** The instant of a clock time on a day, in the vehicle's zone. */
  readonly instantOf: (date: string, clock: string) => string;
}

/** The recording that a form stands for. It may still be invalid: the validator says how. */
export function recordingFrom(values: FormValues, sending: Sending): Draft {
  const { locale, instantOf } = sending;
  const { type, date, clock, odometer, notes } = values;
  const reading = plainDecimal(odometer.value, locale);
  return {
    type,
    date,
    data: (sentValueOf(schemaOf(type), values.data as FormValue, sending) ?? {}) as Record<string, unknown>,
    ...(clock && isDay(date) && { occurredAt: instantOf(date, clock) }),
    ...(odometer.value.trim() && {
      odometer: {
        value: reading === null ? (odometer.value as unknown as number) : Number(reading),
        unit: odometer.unit as 'km',
        ...(odometer.void && { void: true }),
      },
    }),
    ...(notes.trim() && { notes: notes.trim() }),
  };
}

const isDay = (date: string) => !Number.isNaN(Date.parse(`${date}T00:00Z`));

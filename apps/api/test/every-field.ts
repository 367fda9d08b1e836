import { contentHash, type StoredEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const ofFormat: Readonly<Record<string, string>> = {
  uuid: '0196d2f4-0000-7000-8000-0000000000aa',
  date: '2026-03-01',
  'date-time': '2026-03-01T12:00:00Z',
  'iso-4217': 'EUR',
};
/** What types demand beyond their schema. */
const agreeing: Readonly<Record<string, object>> = {
  maintenance: { total: { amount: '2', currency: 'EUR' } },
};

/** Of two fields that exclude each other, each is left out once. */
const excluding: Readonly<Record<string, readonly string[]>> = { charge: ['total', 'priced'] };

/** Data of a type in which every field that it knows is there, in one or the other. */
function samplesOf(type: string): readonly Record<string, unknown>[] {
  const schema = eventType(type)?.data as Schema;
  const whole = { ...(filled(schema) as object), ...agreeing[type] };
  const leftOut = excluding[type];
  return leftOut
    ? leftOut.map((out) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== out)))
    : [whole];
}

/** Which values of a type are let through, by what was chosen; null where the event stays as a whole. */
export interface LetThrough {
  readonly always: string | null;
  /** What the choice adds to that. */
  readonly costs?: string;
  readonly notes?: string;
  readonly documents?: string;
  /** Where nothing goes always. */
  readonly all?: string;
}

/** What goes of some type or other though nothing was chosen. */
export const unaskedOf = (fields: Iterable<LetThrough>): string[] =>
  [...fields].flatMap(({ always }) => always?.split(' ').filter(Boolean) ?? []);

type Choice = Readonly<Record<'costs' | 'notes' | 'documents', boolean>>;

/** What a rule of disclosure lets through of the fields of a type. @param disclose the data as it goes, undefined if it does not */
export function letThrough(
  type: string,
  disclose: (event: StoredEvent, chosen: Choice) => object | undefined,
): LetThrough {
  const events = samplesOf(type).map((data) => anyEvent(type, data));
  const paths = (chosen: Partial<Choice>): readonly string[] | null => {
    const gone = events.map((event) =>
      disclose(event, { costs: false, notes: false, documents: false, ...chosen }),
    );
    if (gone.includes(undefined)) return null;
    return [...new Set(gone.flatMap((data) => pathsIn(data)))].filter((path) => path !== '');
  };
  const always = paths({});
  const added = (chosen: Partial<Choice>) =>
    paths(chosen)
      ?.filter((path) => !always?.includes(path))
      .join(' ');
  const by = {
    costs: added({ costs: true }),
    notes: added({ notes: true }),
    documents: added({ documents: true }),
    all: always ? undefined : added({ costs: true, notes: true, documents: true }),
  };
  const said = Object.fromEntries(Object.entries(by).filter(([, more]) => more));
  return { always: always?.join(' ') ?? null, ...said };
}

/** The path of every value: `items[].parts.amount`. */
function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, item]) => pathsIn(item, path ? `${path}.${name}` : name));
}

function filled(schema: Schema): unknown {
  const { type, format, pattern, properties, items } = schema;
  if (schema.anyOf) return filled(schema.anyOf[0]!);
  if (schema.enum) return schema.enum[0];
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, filled(of)]));
  if (type === 'array') return [filled(items!)];
  if (type === 'boolean') return false;
  if (type !== 'string') return 1;
  if (format !== undefined && format in ofFormat) return ofFormat[format];
  if (pattern?.includes('64')) return 'ab'.repeat(32);
  return pattern?.includes('0-9') && !pattern.includes('a-z') ? '1' : 'oil';
}

let version = 0;

/** An event as it is stored, with nothing in it but its data. */
export function anyEvent(type: string, data: object, more: Partial<StoredEvent> = {}): StoredEvent {
  version += 1;
  const event = {
    vehicleId: '0196d2f4-0000-7000-8000-000000000001',
    id: `0196d2f4-0000-7000-8000-${String(version).padStart(12, '0')}`,
    type,
    schemaVersion: eventType(type)?.version ?? 1,
    date: '2026-03-01',
    occurredAt: '2026-03-01T12:00:00.000Z',
    timeKnown: false,
    odometer: null,
    odometerM: null,
    notes: null,
    reason: null,
    correctsId: null,
    data: data as StoredEvent['data'],
    ...more,
  };
  const beside = { tenantId: '', recordedBy: '', source: 'api', recordedAt: '', chainHash: '', position: 1 };
  return {
    ...event,
    ...beside,
    version,
    orderVersion: version,
    contentHash: contentHash(event).toString('hex'),
  };
}

/** As much of JSON Schema as the event types use. */
export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly default?: unknown;
  readonly minItems?: number;
  readonly maxLength?: number;
}

/** How a value is entered. `hidden` is for what a person does not type: ids. */
export type Widget =
  | 'money'
  | 'measure'
  | 'choice'
  | 'flag'
  | 'date'
  | 'instant'
  | 'number'
  | 'text'
  | 'long-text'
  | 'words'
  | 'list'
  | 'group'
  | 'hidden';

const longTextFrom = 1000;

/** The widget that a schema asks for. */
export function widgetOf({
  type,
  properties,
  items,
  enum: values,
  format,
  maxLength = 0,
}: SchemaNode): Widget {
  if (values) return 'choice';
  if (properties?.amount && properties.currency) return 'money';
  if (properties?.value && properties.unit) return 'measure';
  if (type === 'array') return items?.properties ? 'list' : items?.format === 'uuid' ? 'hidden' : 'words';
  if (format === 'uuid') return 'hidden';
  if (type === 'object') return 'group';
  if (type === 'boolean') return 'flag';
  if (type === 'number' || type === 'integer') return 'number';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'instant';
  return maxLength > longTextFrom ? 'long-text' : 'text';
}

/** Parts of a measure or an amount that are there before anybody types: alone they say nothing. */
export const accompanying = new Set(['unit', 'currency']);
/** Coordinates come from a device, never from a keyboard. */
export const untyped = new Set(['latitude', 'longitude']);
/** What few people have at hand: folded away below the rest until asked for. */
export const seldom = new Set([
  'brand',
  'partNumber',
  'quantity',
  'size',
  'position',
  'warrantyUntil',
  'warrantyDistance',
  'hours',
  'hoursVoid',
  'billed',
  'missedPrevious',
  'payee',
  'tags',
]);

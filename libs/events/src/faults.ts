import type { Fault } from '@odolog/problems';
import { patterns } from './measures.js';
import type { stringFormats } from './string-formats.js';

/** A fault as ajv's compiled validators report it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Partial<Params>;
}

/** What the keywords say beside themselves, each its own part. */
interface Params {
  readonly missingProperty: string;
  readonly additionalProperty: string;
  readonly type: string;
  readonly allowedValues: readonly string[];
  readonly format: string;
  readonly pattern: string;
  readonly limit: number;
  readonly i: number;
  readonly j: number;
}

const formatWords: Readonly<Partial<Record<string, string>>> & Record<keyof typeof stringFormats, string> = {
  date: 'Must be a date that exists, written YYYY-MM-DD',
  'date-time': 'Must be an instant with seconds and an offset, such as 2026-11-21T18:42:00+01:00',
  uuid: 'Must be a UUID',
  'iso-4217': 'Must be a currency code of ISO 4217 in capitals, such as EUR',
  email: 'Must be an e-mail address',
  storable: 'Holds characters that cannot be stored',
};

const patternWords: Readonly<Record<string, string>> = {
  [patterns.amount]: 'Must be a decimal in a string, such as "70.21" or "-5"',
  [patterns.price]: 'Must be a decimal in a string that is not negative, such as "70.21"',
  [patterns.unitPrice]: 'Must be a decimal in a string from 0 to 9999999, such as "1.789"',
  [patterns.sha256]: 'Must be a SHA-256 in hex',
  [patterns.slug]: 'Must be lower-case words joined by hyphens, such as brake-pads',
};

const typeWords: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

/** Code and words for each keyword that our schemas use. */
export const keywordWords: Readonly<
  Record<string, (params: Params) => readonly [code: string, detail: string]>
> = {
  required: () => ['missing', 'This is missing'],
  additionalProperties: ({ additionalProperty }) => [
    'unknown-field',
    `There is no field "${additionalProperty}" here`,
  ],
  type: ({ type }) => ['wrong-type', `Must be ${typeWords[type]}`],
  enum: ({ allowedValues }) => ['not-allowed', `Must be one of ${allowedValues.join(', ')}`],
  format: ({ format }) => ['bad-format', formatWords[format] ?? 'Is not written as it must be'],
  pattern: ({ pattern }) => ['bad-format', patternWords[pattern] ?? 'Is not written as it must be'],
  minimum: ({ limit }) => ['too-small', `Must be at least ${limit}`],
  maximum: ({ limit }) => ['too-large', `Must be at most ${limit}`],
  minLength: ({ limit }) => [
    'too-short',
    limit === 1 ? 'Must not be empty' : `Must have at least ${limit} characters`,
  ],
  maxLength: ({ limit }) => ['too-long', `Must have at most ${limit} characters`],
  minItems: ({ limit }) => ['too-few', `Must have at least ${limit} ${limit === 1 ? 'entry' : 'entries'}`],
  maxItems: ({ limit }) => ['too-many', `Must have at most ${limit} entries`],
  uniqueItems: ({ i, j }) => [
    'repeated',
    `Entries ${Math.min(i, j) + 1} and ${Math.max(i, j) + 1} are the same`,
  ],
  minProperties: () => ['missing', 'Must say something'],
};

/** Puts a schema error into words, with a pointer to the very field: a missing or unknown one by its own name. */
export function faultOf({ instancePath, keyword, params }: SchemaError): Fault {
  const field = params.missingProperty ?? params.additionalProperty;
  const pointer = field === undefined ? instancePath : pointerTo(instancePath, field);
  const [code, detail] = keywordWords[keyword]?.(params as Params) ?? ['invalid', 'Does not fit the schema'];
  return { pointer, code, detail };
}

/** RFC 6901. */
export function pointerTo(parent: string, field: string): string {
  return `${parent}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

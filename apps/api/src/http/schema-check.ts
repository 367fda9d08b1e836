import { faultOf, pointerTo, stringFormats } from '@odolog/events';
import type { Fault } from '@odolog/problems';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TObject, TSchema } from 'typebox';

const strict = { allErrors: true, strict: true, allowUnionTypes: true } as const;

/** Bodies are taken as they are sent; what stands in an address is text, and is read as the type that it must be. */
const ajvOfBodies = addFormats.default(new Ajv2020(strict)) as Ajv2020;
const ajvOfAddresses = addFormats.default(
  new Ajv2020({ ...strict, coerceTypes: 'array', useDefaults: true }),
) as Ajv2020;
for (const ajv of [ajvOfBodies, ajvOfAddresses]) {
  ajv.addFormat('binary', true);
  // The event types' own reading of a date goes before the library's, which knows leap seconds that Date does not.
  for (const [name, isOf] of Object.entries(stringFormats)) ajv.addFormat(name, isOf);
}

export type Check = (value: unknown) => readonly Fault[];

export function checkOfBody(schema: TSchema): Check {
  return checkOf(ajvOfBodies.compile(schema), '');
}

/** As people write whole numbers: Ajv reads `0x10` and `1e1` as some, too, and lets `1e309` past every limit. */
const wholeNumber = /^-?\d{1,30}$/;

/** Changes the value: numbers become numbers, single values lists, and defaults are filled in. */
export function checkOfAddress(schema: TObject, part: 'query' | 'path'): Check {
  const check = checkOf(ajvOfAddresses.compile(schema), `/${part}`);
  const numbers = Object.keys(schema.properties).filter((name) => isWhole(schema.properties[name]));
  return (value) => {
    const given = value as Record<string, unknown>;
    const odd = numbers.filter((name) => typeof given[name] === 'string' && !wholeNumber.test(given[name]));
    if (odd.length === 0) return check(value);
    const others = Object.fromEntries(Object.entries(given).filter(([name]) => !odd.includes(name)));
    return [...odd.map((name) => notWhole(`/${part}/${name}`)), ...check(others)];
  };
}

const isWhole = (schema: TSchema | undefined): boolean =>
  (schema as { readonly type?: string } | undefined)?.type === 'integer';

const notWhole = (instancePath: string): Fault =>
  faultOf({ instancePath, keyword: 'type', params: { type: 'integer' } });

function checkOf(validate: ValidateFunction, root: string): Check {
  return (value) => (validate(value) ? unstorable(value, root) : faultsOf(validate.errors ?? [], root));
}

/**
 * Text that no column can hold is refused wherever it stands, whether its schema thought of it or not. Not by recursion:
 * a body may be nested deeper than the stack.
 */
function unstorable(value: unknown, root: string): Fault[] {
  const faults: Fault[] = [];
  const left: (readonly [pointer: string, value: unknown])[] = [[root, value]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [pointer, inner] = next;
    if (typeof inner === 'string' && !stringFormats.storable(inner)) faults.push(notStorable(pointer));
    if (inner === null || typeof inner !== 'object') continue;
    for (const [name, member] of Object.entries(inner)) left.push([pointerTo(pointer, name), member]);
  }
  return faults;
}

const notStorable = (instancePath: string): Fault =>
  faultOf({ instancePath, keyword: 'format', params: { format: 'storable' } });

/** Of a union only the branches are told, not that none of them fits; nor that what may be left empty could be null. */
function faultsOf(errors: readonly ErrorObject[], root: string): Fault[] {
  return errors
    .filter(({ keyword, params }) => keyword !== 'anyOf' && params['type'] !== 'null')
    .map((error) => faultOf({ ...error, instancePath: root + error.instancePath }));
}

import { faultOf } from '@odolog/events';
import type { Fault } from '@odolog/problems';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';

const strict = { allErrors: true, strict: true, allowUnionTypes: true } as const;

/** Bodies are taken as they are sent; what stands in an address is text, and is read as the type that it must be. */
const ajvOfBodies = addFormats.default(new Ajv2020(strict)) as Ajv2020;
const ajvOfAddresses = addFormats.default(
  new Ajv2020({ ...strict, coerceTypes: 'array', useDefaults: true }),
) as Ajv2020;
for (const ajv of [ajvOfBodies, ajvOfAddresses]) ajv.addFormat('binary', true);

export type Check = (value: unknown) => readonly Fault[];

export function checkOfBody(schema: TSchema): Check {
  return checkOf(ajvOfBodies.compile(schema), '');
}

/** Changes the value: numbers become numbers, single values lists, and defaults are filled in. */
export function checkOfAddress(schema: TSchema, part: 'query' | 'path'): Check {
  return checkOf(ajvOfAddresses.compile(schema), `/${part}`);
}

function checkOf(validate: ValidateFunction, root: string): Check {
  return (value) => (validate(value) ? [] : faultsOf(validate.errors ?? [], root));
}

/** Of a union only the branches are told, not that none of them fits. */
function faultsOf(errors: readonly ErrorObject[], root: string): Fault[] {
  return errors
    .filter(({ keyword }) => keyword !== 'anyOf')
    .map((error) => faultOf({ ...error, instancePath: root + error.instancePath }));
}

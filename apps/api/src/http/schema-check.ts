import { Problem, type Fault } from '@odolog/problems';
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

/** @throws Problem `validation-failed` with every fault */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Problem('validation-failed', { errors: faults });
}

function faultsOf(errors: readonly ErrorObject[], root: string): Fault[] {
  return errors
    .filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if')
    .map((error) => ({
      pointer: `${root}${pointerOf(error)}`,
      code: error.keyword,
      detail: detailOf(error),
    }));
}

/** A missing or an unknown field is named itself, not the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const field: unknown = params['missingProperty'] ?? params['additionalProperty'];
  if (typeof field !== 'string') return instancePath;
  return `${instancePath}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function detailOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return 'is not a known field';
  if (keyword === 'required') return 'is missing';
  if (keyword === 'enum') return `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
  return message ?? 'is not valid';
}

import { Problem } from '@odolog/problems';
import type { PointOfView } from '@odolog/read-models';
import Type from 'typebox';

/** From where a vehicle is looked at: the query parameters of everything that tells of its history. */
export const pointOfView = {
  asOf: Type.Optional(
    Type.String({
      format: 'date',
      description: 'A day of the vehicle, YYYY-MM-DD in its zone: only what happened up to it',
    }),
  ),
  knownAt: Type.Optional(
    Type.String({
      format: 'date-time',
      description:
        'A past moment of the record, RFC 3339: what was recorded, corrected or retracted after it is as if it were not there',
    }),
  ),
};

/**
 * The point of view that an address asks for; undefined for the present.
 * @throws Problem `validation-failed` for a moment that is yet to come: nobody knows what will be known then
 */
export function viewOf({ asOf, knownAt }: PointOfView): PointOfView | undefined {
  if (asOf === undefined && knownAt === undefined) return undefined;
  if (knownAt !== undefined && Date.parse(knownAt) > Date.now()) {
    const detail = 'Lies in the future: leave it out to see what is known now';
    throw new Problem('validation-failed', {
      errors: [{ pointer: '/query/knownAt', code: 'in-the-future', detail }],
    });
  }
  return { asOf, knownAt };
}

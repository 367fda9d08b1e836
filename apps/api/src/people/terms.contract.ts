import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named } from '../http/schema.js';

const Version = Type.String({ minLength: 1, maxLength: 40 });
const AcceptedTerms = named(
  'AcceptedTerms',
  Type.Object({
    current: Type.String({ description: 'The version in force' }),
    accepted: Type.Array(Type.Object({ version: Type.String(), acceptedAt: Instant })),
  }),
);
export type AcceptedTerms = Static<typeof AcceptedTerms>;

const tag = 'People';

export const getAcceptedTerms = route({
  method: 'GET',
  path: '/v1/me/terms',
  operation: 'getAcceptedTerms',
  tag,
  access: 'person',
  summary: 'Which versions of the terms the caller has accepted, and when',
  answers: { 200: AcceptedTerms },
});
export const acceptTerms = route({
  method: 'POST',
  path: '/v1/me/terms',
  operation: 'acceptTerms',
  tag,
  access: 'person',
  summary: 'Accept the version in force; the first time counts',
  body: named('TermsAcceptance', closed({ version: Version })),
  answers: { 200: AcceptedTerms },
  problems: ['conflict'],
});

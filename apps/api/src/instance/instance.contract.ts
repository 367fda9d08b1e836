import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { named, nullable } from '../http/schema.js';

const Instance = named(
  'Instance',
  Type.Object({
    mail: Type.Enum(['smtp', 'outbox'], {
      description:
        'Where messages go: without a mail server into a folder, where somebody must look for them',
    }),
    terms: Type.Object({
      version: Type.String(),
      text: nullable(Type.String({ description: 'Paragraphs, parted by empty lines' })),
      url: nullable(Type.String({ description: 'Where they stand instead' })),
    }),
    identityProviders: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
      description: 'Where people can sign in besides',
    }),
  }),
);
export type Instance = Static<typeof Instance>;

export const getInstance = route({
  method: 'GET',
  path: '/v1/instance',
  operation: 'getInstance',
  tag: 'Instance',
  access: 'public',
  summary: 'How this installation is set up, as far as anyone may know',
  answers: { 200: Instance },
});

import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { findPublicKey } from '@odolog/proof';
import { Problem } from '@odolog/problems';
import type { PublicKey } from '@odolog/verify';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getProofKey } from './proof.contract.js';

type KeySet = Answer<{ keys: PublicKey[] }>;

export class GetProofKey extends Query<KeySet> {
  constructor(readonly call: CallOf<typeof getProofKey>) {
    super();
  }
}

@QueryHandler(GetProofKey)
export class GetProofKeyHandler implements IQueryHandler<GetProofKey> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: GetProofKey): Promise<KeySet> {
    const key = await findPublicKey(this.resources.db, params.keyId);
    if (!key) throw new Problem('not-found');
    // A key never changes: its id is its thumbprint.
    return new Answer(200, { keys: [key] }, { 'cache-control': 'public, max-age=86400, immutable' });
  }
}

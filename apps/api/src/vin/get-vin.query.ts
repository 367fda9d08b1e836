import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { decideVin, inspectVin } from '@odolog/vehicle';
import type { DecodedVin } from '@odolog/vin';
import { createHash } from 'node:crypto';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getVin, VinReport } from './vin.contract.js';

const unknown: DecodedVin = {
  make: null,
  model: null,
  year: null,
  trim: null,
  bodyStyle: null,
  engine: null,
  energies: [],
};

export class GetVin extends Query<VinReport> {
  constructor(readonly call: CallOf<typeof getVin>) {
    super();
  }
}

@QueryHandler(GetVin)
export class GetVinHandler implements IQueryHandler<GetVin> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: GetVin): Promise<VinReport> {
    const { vin, wellFormed, checkDigit } = inspectVin(params.vin);
    if (!wellFormed) return { ...unknown, vin, valid: false, checkDigit, warnings: [], energies: [] };
    const { warnings } = decideVin(vin);
    const decoded = (await this.decode(vin)) ?? unknown;
    return { ...decoded, vin, valid: true, checkDigit, warnings, energies: [...decoded.energies] };
  }

  /** What a VIN says does not change, but for what we can read. Its hash is the key: a cache is read by others, too. */
  private decode(vin: string): Promise<DecodedVin | null> {
    const { cache, vinCatalogue } = this.resources;
    return cache.getOrSet({
      key: `vin:2:${createHash('sha256').update(vin).digest('base64url')}`,
      ttl: '30d',
      factory: () => vinCatalogue.decode(vin),
    });
  }
}

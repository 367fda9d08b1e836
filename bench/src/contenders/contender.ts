import type { FuelUp } from '../fuel-up.ts';

/** A vehicle that a writer writes to. */
export interface Stream {
  readonly tenantId: string;
  readonly vehicleId: string;
}

/** One way to store an event durably. `append` answers after the commit. */
export interface Contender {
  readonly name: string;
  append(stream: Stream, event: FuelUp): Promise<unknown>;
  close(): Promise<void>;
}

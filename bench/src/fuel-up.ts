import { randomBytes } from 'node:crypto';

/** The same fuel-up for every contender: what differs is how it is stored. */
export interface FuelUp {
  readonly id: string;
  readonly date: string;
  readonly occurredAt: string;
  readonly odometerKm: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A fuel-up of a vehicle's `turn`: time and odometer only rise, so that no guard refuses it. */
export function fuelUp(turn: number): FuelUp {
  const at = new Date(Date.UTC(2026, 0, 1) + turn * 1000).toISOString();
  return {
    id: uuidV7(),
    date: at.slice(0, 10),
    occurredAt: at,
    odometerKm: 10_000 + turn,
    data: {
      volume: { value: 38.42, unit: 'L' },
      unitPrice: { amount: '1.729', currency: 'EUR' },
      total: { amount: '66.43', currency: 'EUR' },
      energy: 'petrol',
      fill: 'full',
      missedPrevious: false,
      station: { name: 'JET Landsberger Straße 287, 80687 München', latitude: 48.1391, longitude: 11.5064 },
    },
  };
}

/** Time-ordered ids without a system call each: random bytes are drawn by the block. */
let block = Buffer.alloc(0);
export function uuidV7(): string {
  if (block.length < 16) block = randomBytes(16 * 1024);
  const bytes = block.subarray(0, 16);
  block = block.subarray(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

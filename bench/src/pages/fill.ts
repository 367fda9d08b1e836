import { setTimeout as sleep } from 'node:timers/promises';
import { history } from './history.ts';
import type { Person } from './person.ts';

export interface Fleet {
  /** The vehicle with the long history. */
  readonly veteran: string;
  readonly vehicles: number;
  readonly events: number;
}

interface Batch {
  readonly recorded: number;
  readonly items: readonly { readonly position: number | null; readonly problem?: unknown }[];
}

const atOnce = 1000;
const [makes, kinds] = [
  ['Daihatsu Cuore', 'Skoda Octavia', 'VW Caddy', 'Toyota Proace'],
  ['car', 'van'],
] as const;

/** A tenant with `vehicles` vehicles and `events` events, 10,000 of them of one vehicle, through the API's batches. */
export async function fill(person: Person, vehicles: number, events: number): Promise<Fleet> {
  const long = Math.min(10_000, events);
  const each = vehicles > 1 ? Math.floor((events - long) / (vehicles - 1)) : 0;
  const veteran = await aVehicle(person, 0);
  let position = await record(person, veteran, history(long, 2500));
  for (let at = 1; at < vehicles; at += 1) {
    position = await record(person, await aVehicle(person, at), history(each, 1500));
  }
  await followed(person, position);
  return { veteran, vehicles, events: long + each * (vehicles - 1) };
}

async function aVehicle(person: Person, at: number): Promise<string> {
  const [make, ...model] = makes[at % makes.length]!.split(' ');
  const { id } = await person.post<{ id: string }>('/vehicles', {
    nickname: at === 0 ? 'Veteran' : `${model.join(' ')} ${at}`,
    make,
    model: model.join(' '),
    year: 2012 + (at % 12),
    kind: kinds[at % kinds.length],
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
    timeZone: 'Europe/Berlin',
  });
  return id;
}

/** @returns the position of the last event */
async function record(person: Person, vehicleId: string, events: readonly unknown[]): Promise<number> {
  let position = 0;
  for (let at = 0; at < events.length; at += atOnce) {
    const batch = events.slice(at, at + atOnce);
    const { recorded, items } = await person.post<Batch>(`/vehicles/${vehicleId}/events:batch`, {
      events: batch,
    });
    if (recorded !== batch.length) throw new Error(JSON.stringify(items.find(({ problem }) => problem)));
    position = items.at(-1)!.position!;
  }
  return position;
}

/** Until the read models have taken in everything: an answer that is behind says so. */
async function followed(person: Person, position: number): Promise<void> {
  for (;;) {
    const { headers } = await person.get(`/vehicles?limit=1&minPosition=${position}`);
    if (headers.get('odolog-stale') === null) return;
    await sleep(500);
  }
}

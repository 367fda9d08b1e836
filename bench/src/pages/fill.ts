import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { history } from './history.ts';
import { signIn, signUp, type Person } from './person.ts';

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

export interface Filled {
  readonly person: Person;
  readonly fleet: Fleet;
}

interface Size {
  readonly vehicles: number;
  readonly events: number;
}

/** The fleet that is kept in a folder, else a new one, which is noted there. */
export async function filled(origin: string, size: Size, folder: string | undefined): Promise<Filled> {
  const note = folder && path.join(folder, 'fleet.json');
  const known = note && (await readFile(note, 'utf8').catch(() => undefined));
  if (known) {
    const { email, fleet } = JSON.parse(known) as { email: string; fleet: Fleet };
    return { person: await signIn(origin, email), fleet };
  }
  const person = await signUp(origin);
  const began = performance.now();
  const fleet = await fill(person, size);
  console.log(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  if (note) await writeFile(note, JSON.stringify({ email: person.email, fleet }));
  return { person, fleet };
}

/** A tenant with `vehicles` vehicles and `events` events, 10,000 of them of one vehicle, through the API's batches. */
async function fill(person: Person, { vehicles, events }: Size): Promise<Fleet> {
  const long = Math.min(10_000, events);
  const others = vehicles - 1;
  const each = others > 0 ? Math.floor((events - long) / others) : 0;
  const left = events - long - each * others;
  const veteran = await aVehicle(person, 0);
  let position = await record(person, veteran, history(long, 2500));
  for (let at = 1; at < vehicles; at += 1) {
    position = await record(person, await aVehicle(person, at), history(at <= left ? each + 1 : each, 1500));
  }
  await followed(person, position);
  return { veteran, vehicles, events };
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

import { performance } from 'node:perf_hooks';
import { quantile } from '../closed-loop.ts';
import type { Person } from './person.ts';

const [warmUps, rounds] = [8, 60];

export interface ServerTime {
  readonly page: string;
  readonly p50: number;
  readonly p95: number;
  /** Of the document, before it is compressed. */
  readonly kB: number;
}

/** One request after the other, as the browser asks for the document: milliseconds to its last byte. */
export async function serverTime(person: Person, page: string, path: string): Promise<ServerTime> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = -warmUps; round < rounds; round += 1) {
    const began = performance.now();
    const response = await fetch(`${person.origin}${path}`, {
      headers: { cookie: person.cookie, accept: 'text/html' },
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    bytes = (await response.arrayBuffer()).byteLength;
    if (round >= 0) times.push(performance.now() - began);
  }
  return { page, p50: quantile(times, 0.5), p95: quantile(times, 0.95), kB: bytes / 1000 };
}

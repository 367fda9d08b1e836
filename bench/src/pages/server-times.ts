import { performance } from 'node:perf_hooks';
import { quantile } from '../closed-loop.ts';
import type { Person } from './person.ts';

/** Asked before the measured ones: by its second minute a server's code has long been compiled. */
export const warmUps = 200;
export const rounds = 60;

export interface ServerTime {
  readonly page: string;
  /** Of the first requests for it, while the server still compiles. */
  readonly first: Quantiles;
  readonly then: Quantiles;
  /** Of the document, before it is compressed. */
  readonly kB: number;
}

interface Quantiles {
  readonly p50: number;
  readonly p95: number;
}

/** One request after the other, as the browser asks for the document: milliseconds to its last byte. */
export async function serverTime(person: Person, page: string, path: string): Promise<ServerTime> {
  const times: number[] = [];
  let bytes = 0;
  while (times.length < warmUps + rounds) {
    const began = performance.now();
    const response = await fetch(`${person.origin}${path}`, {
      headers: { cookie: person.cookie, accept: 'text/html' },
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    bytes = (await response.arrayBuffer()).byteLength;
    times.push(performance.now() - began);
  }
  const [first, then] = [times.slice(0, rounds), times.slice(warmUps)].map((some) => ({
    p50: quantile(some, 0.5),
    p95: quantile(some, 0.95),
  }));
  return { page, first: first!, then: then!, kB: bytes / 1000 };
}

import { performance } from 'node:perf_hooks';
import { quantile } from './closed-loop.ts';

/** Milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

const warmUp = 200;

/** One caller, the operations by turns, so that the machine's moods hit all alike; the first 200 turns do not count. */
export async function alternating<Name extends string>(
  turns: number,
  operations: Readonly<Record<Name, (turn: number) => Promise<unknown>>>,
): Promise<Record<Name, Times>> {
  const named = Object.entries(operations) as [Name, (turn: number) => Promise<unknown>][];
  const samples = new Map<Name, number[]>(named.map(([name]) => [name, []]));
  for (let turn = 0; turn < warmUp + turns; turn++) {
    for (const [name, operation] of named) {
      const began = performance.now();
      await operation(turn);
      if (turn >= warmUp) samples.get(name)!.push(performance.now() - began);
    }
  }
  const times = named.map(([name]) => {
    const measured = samples.get(name)!;
    return [name, { p50: quantile(measured, 0.5), p99: quantile(measured, 0.99) }];
  });
  return Object.fromEntries(times) as Record<Name, Times>;
}

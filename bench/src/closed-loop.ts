import { performance } from 'node:perf_hooks';

/** What one window of load gave. Latencies in milliseconds. */
export interface Window {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

export interface Load {
  readonly writers: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** One operation of one writer; `turn` counts that writer's operations. */
  readonly operation: (writer: number, turn: number) => Promise<unknown>;
}

/**
 * Closed loop: every writer sends its next operation when the last was answered. Only operations that began after
 * the warm-up and ended within the window count.
 */
export async function closedLoop({ writers, warmUpMs, measureMs, operation }: Load): Promise<Window> {
  const from = performance.now() + warmUpMs;
  const until = from + measureMs;
  const latencies: number[] = [];
  let errors = 0;

  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; ; turn++) {
      const began = performance.now();
      if (began >= until) return;
      try {
        await operation(writer, turn);
      } catch (error) {
        if (errors++ === 0) console.error(error);
        continue;
      }
      const ended = performance.now();
      if (began >= from && ended <= until) latencies.push(ended - began);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));

  return {
    perSecond: Math.round(latencies.length / (measureMs / 1000)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    errors,
  };
}

/** The value below which `share` (0 to 1) of the samples lie; NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Where a value stands in a picture: a straight line from one range to another. */
export function linear(domain: readonly [number, number], range: readonly [number, number]) {
  const [from, to] = domain;
  const slope = to === from ? 0 : (range[1] - range[0]) / (to - from);
  return (value: number) => Math.round((range[0] + (value - from) * slope) * 10) / 10;
}

const steps = [1, 2, 2.5, 5, 10] as const;

/** Round numbers that enclose a range, about as many as asked for; at least two. */
export function niceTicks(least: number, most: number, count: number): number[] {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((each) => each * power >= rough * 0.999) ?? 10);
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(Math.ceil(most / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Decimals that tell ticks apart. */
export function digitsOf(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return (
    [0, 1, 2].find((digits) => Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-6) ?? 2
  );
}

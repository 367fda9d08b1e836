/** An exact decimal: `digits` x 10^-`scale`. Binary fractions would put a cent or a metre on the wrong side of a half. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/**
 * Reads a decimal string, or a number by the shortest digits that print it (so 0.1 is one tenth).
 * @throws RangeError when it is not a finite decimal.
 */
export function decimal(value: string | number): Decimal {
  const match = written.exec(String(value));
  if (!match) throw new RangeError(`Not a decimal: ${value}`);
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** Exact product. */
export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Exact sum. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescaled(a, scale) + rescaled(b, scale), scale };
}

/** Exact difference. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { digits: -b.digits, scale: b.scale });
}

/** Without its sign. */
export function magnitude(a: Decimal): Decimal {
  return a.digits < 0n ? { digits: -a.digits, scale: a.scale } : a;
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = minus(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** One half of the last of `places` decimals: by how much a figure printed so may be off. */
export function halfOfPlace(places: number): Decimal {
  return { digits: 5n, scale: places + 1 };
}

/**
 * `value` x 10^`places` as an integer, halves away from zero.
 * @throws RangeError beyond the integers that a double holds exactly.
 */
export function scaledInteger(value: Decimal, places: number): number {
  const integer = rounded(value, places);
  const result = Number(integer);
  if (!Number.isSafeInteger(result)) throw new RangeError(`Too large to be counted exactly: ${integer}`);
  return result;
}

/** Prints with exactly `places` decimals, halves away from zero. */
export function printed(value: Decimal, places: number): string {
  const integer = rounded(value, places);
  const digits = (integer < 0n ? -integer : integer).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return integer < 0n ? `-${text}` : text;
}

function rescaled(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

function rounded(value: Decimal, places: number): bigint {
  if (value.scale <= places) return rescaled(value, places);
  const divisor = 10n ** BigInt(value.scale - places);
  const half = value.digits < 0n ? -divisor / 2n : divisor / 2n;
  return (value.digits + half) / divisor;
}

import { moneyFromMinor, type Money } from '@odolog/units';

/** A line with money where it had minor units: `total` for `totalMinor`. */
type InMoney<Line> = {
  readonly [Key in keyof Line as Key extends `${infer Name}Minor` ? Name : Key]: Key extends `${string}Minor`
    ? Money
    : Line[Key];
};

/** Sums of one currency as the API tells them. What is unknown stays away. */
export function inMoney<Line extends { readonly currency: string }>(line: Line): InMoney<Line> {
  const told = Object.entries(line).map(([key, value]: [string, unknown]) =>
    key.endsWith('Minor')
      ? [key.slice(0, -'Minor'.length), moneyFromMinor(value as number, line.currency)]
      : [key, value],
  );
  return Object.fromEntries(told) as InMoney<Line>;
}

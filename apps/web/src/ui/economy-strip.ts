/** Within this many percent of the average a figure is as usual. */
const usualPercent = 3;

export type Tendency = 'less' | 'same' | 'more';

/** `more` always means more fuel, also for miles per gallon. A null percent: there is nothing to compare with. */
export function comparison(percent: number | null | undefined): {
  tendency: Tendency;
  percent: number | null;
} {
  if (percent == null) return { tendency: 'same', percent: null };
  const tendency = Math.abs(percent) <= usualPercent ? 'same' : percent > 0 ? 'more' : 'less';
  return { tendency, percent: Math.round(Math.abs(percent)) };
}

/** Where a value stands on the strip, 3 to 61: its ends are the least and the most of the last counts. */
export function stripPosition(range: { min: number; max: number }, value: number): number {
  if (range.max <= range.min) return 32;
  const share = (Math.min(Math.max(value, range.min), range.max) - range.min) / (range.max - range.min);
  return Math.round((3 + share * 58) * 10) / 10;
}

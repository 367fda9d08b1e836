export type Energy = 'petrol' | 'diesel' | 'e85' | 'lpg' | 'cng' | 'hydrogen' | 'electricity';

const words: readonly (readonly [RegExp, Energy])[] = [
  [/gasoline|petrol/i, 'petrol'],
  [/diesel/i, 'diesel'],
  [/ethanol|e85|flexible/i, 'e85'],
  [/propane|lpg|liquefied petroleum/i, 'lpg'],
  [/natural gas|cng/i, 'cng'],
  [/hydrogen|fuel cell/i, 'hydrogen'],
  [/electric/i, 'electricity'],
];

/** Our names for the catalogue's words: a plug-in hybrid has two. */
export function energyOf(fuel: string | null): Energy[] {
  return fuel === null ? [] : words.filter(([word]) => word.test(fuel)).map(([, energy]) => energy);
}

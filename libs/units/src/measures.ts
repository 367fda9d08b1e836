/** A distance as it was typed. */
export interface Distance {
  readonly value: number;
  readonly unit: DistanceUnit;
}
/** A volume as it was typed. */
export interface Volume {
  readonly value: number;
  readonly unit: VolumeUnit;
}
/** An amount of electric energy as it was typed. */
export interface Energy {
  readonly value: number;
  readonly unit: EnergyUnit;
}
/** Money as it was typed: a decimal string and an ISO 4217 code. Negative amounts are incomes and refunds. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export type DistanceUnit = 'km' | 'mi';
export type VolumeUnit = 'L' | 'gal-us' | 'gal-uk';
export type EnergyUnit = 'kWh';

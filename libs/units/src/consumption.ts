/** A distance and what it took, in canonical integers. */
export interface Consumed {
  readonly distanceM: number;
  readonly volumeMl: number;
  readonly energyWh: number;
}

/** The figures that people compare; a figure is missing where there is nothing to divide. Doubles, not rounded. */
export interface ConsumptionFigures {
  readonly lPer100Km?: number;
  readonly kmPerL?: number;
  readonly mpgUs?: number;
  readonly mpgUk?: number;
  readonly kWhPer100Km?: number;
  readonly miPerKWh?: number;
  /** Miles per gallon of petrol's worth: 33.7 kWh to the US gallon (EPA). */
  readonly mpge?: number;
}

const metresPerMile = 1609.344;
const millilitresPerUsGallon = 3785.411784;
const kWhPerUsGallon = 33.7;
const millilitresPerUkGallon = 4546.09;

/** Litres per 100 km; metres and millilitres in. */
export function lPer100Km(volumeMl: number, distanceM: number): number {
  return (volumeMl * 100) / distanceM;
}

/** Kilometres per litre. */
export function kmPerL(volumeMl: number, distanceM: number): number {
  return distanceM / volumeMl;
}

/** Miles per US gallon. */
export function mpgUs(volumeMl: number, distanceM: number): number {
  return distanceM / metresPerMile / (volumeMl / millilitresPerUsGallon);
}

/** Miles per imperial gallon. */
export function mpgUk(volumeMl: number, distanceM: number): number {
  return distanceM / metresPerMile / (volumeMl / millilitresPerUkGallon);
}

/** Kilowatt-hours per 100 km; watt-hours and metres in. */
export function kWhPer100Km(energyWh: number, distanceM: number): number {
  return (energyWh * 100) / distanceM;
}

/** Miles per kilowatt-hour. */
export function miPerKWh(energyWh: number, distanceM: number): number {
  return (distanceM / metresPerMile / energyWh) * 1000;
}

/** Every figure that the amounts allow. */
export function consumptionFigures({ distanceM, volumeMl, energyWh }: Consumed): ConsumptionFigures {
  if (distanceM <= 0) return {};
  return {
    ...(volumeMl > 0 && {
      lPer100Km: lPer100Km(volumeMl, distanceM),
      kmPerL: kmPerL(volumeMl, distanceM),
      mpgUs: mpgUs(volumeMl, distanceM),
      mpgUk: mpgUk(volumeMl, distanceM),
    }),
    ...(energyWh > 0 && {
      kWhPer100Km: kWhPer100Km(energyWh, distanceM),
      miPerKWh: miPerKWh(energyWh, distanceM),
      mpge: miPerKWh(energyWh, distanceM) * kWhPerUsGallon,
    }),
  };
}

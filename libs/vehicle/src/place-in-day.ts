const metresPerMs = 100;
const latestMs = 11 * 3_600_000;

/**
 * Where a reading without a time stands in its day, in milliseconds after noon: ten for each kilometre on the odometer. So
 * the readings of one day stand in their own order, whoever recorded which of them first, by hand or from a file.
 */
export function placeOfReading(odometerM: number): number {
  return Math.min(Math.floor(odometerM / metresPerMs), latestMs);
}

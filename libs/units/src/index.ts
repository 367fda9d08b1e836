export { amountAgrees, amountOf } from './amount.js';
export { distanceFromM, distanceM, energyWh, volumeFromMl, volumeMl } from './canonical-integers.js';
export {
  consumptionFigures,
  kmPerL,
  kWhPer100Km,
  lPer100Km,
  mpgUk,
  mpgUs,
  type Consumed,
  type ConsumptionFigures,
} from './consumption.js';
export { currencyExponent, isCurrency } from './currency.js';
export { stretchCosts, type PricedStretch, type StretchCost } from './energy-price.js';
export type { Distance, DistanceUnit, Energy, EnergyUnit, Money, Volume, VolumeUnit } from './measures.js';
export { isFinerThanCurrency, minorUnits, moneyFromMinor } from './money.js';

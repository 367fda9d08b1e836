export type { Distance, DistanceUnit, Energy, EnergyUnit, Money, Volume, VolumeUnit } from './measures.js';

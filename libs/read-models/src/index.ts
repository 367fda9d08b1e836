export type { CostTotal, Costs, MonthlyCost } from './cost-rollups/costs.js';
export type {
  Consumption,
  EnergyAverage,
  EventEconomy,
  FuelEconomy,
  FuelSegment,
  SegmentStatus,
} from './fuel-segments/fuel-economy.js';
export type { HistoricReading, OdometerHistory } from './odometer-readings/odometer-history.js';
export type { ProjectorFailure, ProjectorPosition, ReachedPosition } from './projector/positions.js';
export type {
  NextDue,
  SummaryCost,
  SummaryEvent,
  SummaryReading,
  VehicleMonth,
  VehicleSummary,
} from './vehicle-summary/vehicle-summary.js';

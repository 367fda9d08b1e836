export { getCosts } from './cost-rollups/get-costs.js';
export type { CostTotal, Costs, MonthlyCost } from './cost-rollups/costs.js';
export { getFleetLines, type FleetLine } from './fleet/get-fleet-lines.js';
export { economyOf } from './fuel-segments/economy-of.js';
export type {
  Consumption,
  EnergyAverage,
  EventEconomy,
  FuelEconomy,
  FuelSegment,
  SegmentStatus,
} from './fuel-segments/fuel-economy.js';
export { getFuelEconomy } from './fuel-segments/get-fuel-economy.js';
export { getHours } from './hours-readings/get-hours.js';
export type { HistoricHours, HoursHistory } from './hours-readings/hours-history.js';
export type { CurrentHours } from './hours-readings/read-current-hours.js';
export { costsOf } from './look-back/costs-of.js';
export { eventEconomiesOf, fuelEconomyOf } from './look-back/economy-of.js';
export { hoursOf } from './look-back/hours-of.js';
export { monthsOf } from './look-back/months-of.js';
export { readKnownHistories } from './look-back/read-known-histories.js';
export { odometerOf } from './look-back/odometer-of.js';
export type { PointOfView } from './look-back/point-of-view.js';
export { readPast, type Past } from './look-back/read-past.js';
export { remindersOf } from './look-back/reminders-of.js';
export { getOdometer } from './odometer-readings/get-odometer.js';
export type { HistoricReading, OdometerHistory } from './odometer-readings/odometer-history.js';
export { advance, batchSize, beginLane, type Turn } from './projector/advance.js';
export type { Lane } from './projector/checkpoint.js';
export { changesOf } from './projector/changes-of.js';
export { findDueWork, type DueWork } from './projector/due-work.js';
export { isPassing } from './projector/passing-failure.js';
export {
  projectorPositions,
  readPosition,
  waitForPosition,
  type ProjectorFailure,
  type ProjectorPosition,
  type ReachedPosition,
} from './projector/positions.js';
export {
  beat,
  projectionCounts,
  projectionHealth,
  type ProjectorHealth,
  type WorkerHeartbeat,
} from './projector/projection-health.js';
export type { Changes, Projector, RecordedFact, Target } from './projector/projector.js';
export { requestRebuild } from './projector/rebuild.js';
export { projectors } from './projectors.js';
export type { VehicleOnDay } from './vehicle-on-day.js';
export { readReminderContext, readReminderContexts } from './reminders/read-reminder-contexts.js';
export { readEveryLifeTurn, readLifeTurns, type LifeTurn } from './reminders/read-life-turns.js';
export { withEvent } from './reminders/with-event.js';
export {
  findTimelineFeedDrift,
  refreshTimelineFeed,
  type FeedDrift,
  type FeedRefresh,
} from './timeline-feed/timeline-feed.js';
export { getGlances, type VehicleGlance } from './vehicle-summary/get-glances.js';
export { getMonths } from './vehicle-summary/get-months.js';
export { liesAhead } from './vehicle-summary/lies-ahead.js';
export { getSummaries, getVehicleSummary } from './vehicle-summary/get-summaries.js';
export type {
  NextDue,
  SummaryCost,
  SummaryEvent,
  SummaryReading,
  VehicleMonth,
  VehicleSummary,
} from './vehicle-summary/vehicle-summary.js';

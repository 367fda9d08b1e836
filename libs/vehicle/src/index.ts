export {
  decideRecording,
  refuseUnstorableDate,
  type DecidedEvent,
  type RecordingRequest,
} from './decide-recording.js';
export {
  averageOf,
  fuelSegments,
  type Average,
  type Charged,
  type FuelEconomy,
  type OpenSegment,
  type Segment,
  type SegmentReason,
} from './fuel-segments.js';
export type { Fill, OdometerStep } from './fuel-stops.js';
export { hoursJumps, type HoursReading } from './hours-jump.js';
export {
  hoursWaysOut,
  type HoursNeighbour,
  type HoursNeighbours,
  type HoursWayOut,
} from './hours-ways-out.js';
export { implausibleJump, jumpWarning, type DatedReading, type Jump } from './implausible-jump.js';
export { isTimeZone, localDateOf, localNoonMs, localTimeMs } from './local-time.js';
export { oddWarnings, type OddVehicle } from './odd-warnings.js';
export { waysOut, type Neighbour, type Neighbours, type WayOut } from './odometer-ways-out.js';
export { priceCharge } from './price-charge.js';
export { overlapIn, type Tariff, type TariffPeriod } from './tariffs.js';
export { daysAfter, daysBetween, monthsAfter } from './reminders/calendar.js';
export { completesCycle, type Cycle, type Limits } from './reminders/cycle.js';
export {
  evaluateReminder,
  reminderStates,
  type Limit,
  type ReminderStanding,
  type ReminderState,
} from './reminders/evaluate-reminder.js';
export { evaluateReminders, moreUrgent } from './reminders/evaluate-reminders.js';
export type {
  DoneService,
  ReminderContext,
  ReminderStep,
  StandingReminder,
} from './reminders/reminder-history.js';
export { occasionOf } from './reminders/occasion.js';
export { reminderTemplates, type ReminderTemplate, type TemplateVehicle } from './reminders/templates.js';
export { usageOf, type MeterReading, type Usage } from './reminders/usage.js';
export { decideVin, inspectVin, type VinVerdict } from './vin.js';
export type { Warning } from './warning.js';

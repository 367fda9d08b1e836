import { costRollups } from './cost-rollups/cost-rollups.projector.js';
import { fuelSegmentsProjector } from './fuel-segments/fuel-segments.projector.js';
import { odometerReadings } from './odometer-readings/odometer-readings.projector.js';
import { hoursReadings } from './hours-readings/hours-readings.projector.js';
import type { Projector } from './projector/projector.js';
import { reminders } from './reminders/reminders.projector.js';
import { vehicleSummary } from './vehicle-summary/vehicle-summary.projector.js';

/** Every read model that the worker keeps. A new one is a folder, its migration and a line here. */
export const projectors: readonly Projector[] = [
  vehicleSummary,
  odometerReadings,
  hoursReadings,
  fuelSegmentsProjector,
  costRollups,
  reminders,
];

export type { ChargeSession, PricedByTariff } from './charge/priced.js';
export type { EventDay, EventType, Family, Format, Oddity } from './define-event.js';
export { recordingSchema, type Recording } from './envelope.js';
export {
  currentData,
  eventType,
  eventTypes,
  factsOf,
  summaryOf,
  type EventData,
  type EventTypeName,
  type TypedData,
  turnsLife,
} from './event-types.js';
export {
  costCategories,
  energyKinds,
  minutesOf,
  type CostCategory,
  type CostFact,
  type EnergyFact,
  type EnergyKind,
  type Facts,
  type LifeFact,
  type ReminderFact,
  type ReminderStepFact,
  type RuntimeFact,
  type ServiceFact,
} from './facts.js';
export { faultOf, pointerTo, type SchemaError } from './faults.js';
export { formatFor, type Viewer } from './format.js';
export { serviceKinds, serviceTitle, type ServiceKind } from './maintenance/service-kinds.js';
export { isBlank, OdometerReading } from './measures.js';
export { publishedSchema } from './published-schema.js';
export { isLocalDate, stringFormats } from './string-formats.js';
export { validateAsWritten, validateData, validateRecording } from './validate-recording.js';

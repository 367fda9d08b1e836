export { canonicalContent, canonicalJson, contentHash, type EventContent } from './canonical-content.js';
export type {
  AppendOutcome,
  EventToAppend,
  NeighbourHours,
  NeighbourReading,
  OdometerReading,
  StoredEvent,
} from './event.js';
export { copyEvents, setStreamOpen } from './copy-events.js';
export { createEventStore, type EventStore, type SequenceOptions } from './event-store.js';
export { followCorrections, type Followed, type Linked } from './follow-corrections.js';
export {
  readCorrected,
  readEvent,
  readFeed,
  readHeadPosition,
  readHistories,
  readHistory,
  readReadingsUntil,
  readStandingOfDays,
  readStream,
  readStreamVersion,
} from './read-events.js';
export {
  readTimeline,
  timelineStatement,
  type EventStatus,
  type KnownHistory,
  type TimelineEvent,
  type TimelinePage,
  type TimelineQuery,
} from './read-timeline.js';
export {
  verifyChain,
  verifyStream,
  type ChainFault,
  type ChainHead,
  type ChainVerdict,
} from './verify-chain.js';
export { retrying } from './retry.js';
export { wakeUpChannel } from './wake-up.js';
export { inSteps, isEndOfSlice, mapInSlices, turn } from './in-slices.js';

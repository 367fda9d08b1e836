export { createLog, type Log, type LogOptions } from './create-log.js';
export { withoutPrivate } from './without-private.js';

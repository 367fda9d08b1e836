export { withoutPrivate } from './without-private.js';

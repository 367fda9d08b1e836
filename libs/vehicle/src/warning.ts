/** Something worth saying about a request that was accepted. */
export type { Oddity as Warning } from '@odolog/events';

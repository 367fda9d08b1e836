import type { TimelineQuery } from '@odolog/event-store';
import type { CallOf } from '../http/contract.js';
import type { getTimeline } from './timeline.contract.js';

type Filters = CallOf<typeof getTimeline>['query'];

/** The filters of the address, in the words of the store. */
export function timelineQuery({ type, from, to, q, include, cursor, limit = 50 }: Filters): TimelineQuery {
  return {
    limit,
    ...(type && { types: type }),
    ...(from && { from }),
    ...(to && { to }),
    ...(q && { text: q }),
    ...(include === 'superseded' && { includeSuperseded: true }),
    ...(cursor && { cursor }),
  };
}

import type { ReactNode } from 'react';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import type { Columns } from '@/columns/columns';
import type { Filters } from './filters';
import type { Month } from './shown-month';

/** What the server sends of a vehicle's history. */
export interface TimelineProps {
  readonly vehicle: Vehicle;
  readonly filters: Filters;
  readonly months: Columns<Month>;
  readonly totalsShown: boolean;
  /** How many rows are drawn before the window is known. */
  readonly firstRows: number;
  /** The newest entries, and where those below them begin. */
  readonly firstItems: Columns<TimelineItem>;
  readonly nextCursor: string | null;
  /** Up to where the tenant's events are on the page: what comes after is told as it comes. */
  readonly madeAt: number;
  /** The way into the past, and back. */
  readonly timeTravel: ReactNode;
}

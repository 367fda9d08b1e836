import type { Filters } from './filters';
import type { RailTick } from './rail-ticks';

/** What both forms of the rail are told. */
export interface RailProps {
  readonly ticks: readonly RailTick[];
  /** The month at the top of the list. */
  readonly shown: string | undefined;
  readonly vehicleId: string;
  readonly filters: Filters;
  /** Scrolls to a month that is loaded; false when it is not, and the address has to change. */
  readonly onJump: (month: string) => boolean;
}

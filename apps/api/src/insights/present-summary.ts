import { summaryOf, type Format } from '@odolog/events';
import type { VehicleSummary as ReadSummary } from '@odolog/read-models';
import { inMoney } from './in-money.js';
import type { VehicleSummary } from './insights.contract.js';

/** A summary with its costs as money, and its last event in the viewer's words. */
export function presentSummary({ lastEvent, cost, ...summary }: ReadSummary, format: Format): VehicleSummary {
  const shown = lastEvent && {
    id: lastEvent.id,
    type: lastEvent.type,
    date: lastEvent.date,
    summary: summaryOf(lastEvent, format),
  };
  return {
    ...(summary as Omit<VehicleSummary, 'lastEvent' | 'cost'>),
    cost: cost.map(inMoney),
    lastEvent: shown,
  };
}

import { lazy, Suspense } from 'react';
import { RailDrawing } from './rail-drawing';
import type { RailProps } from './rail-props';

const Rail = lazy(() => import('./rail'));

interface TimelineRailProps extends RailProps {
  /** Whether one can move by it already. */
  readonly isReady: boolean;
}

/** The months beside the list: a picture of them until one can move by it. */
export function TimelineRail({ isReady, ...rail }: TimelineRailProps) {
  const drawing = <RailDrawing ticks={rail.ticks} />;
  if (!isReady || rail.ticks.length < 2) return drawing;
  return (
    <Suspense fallback={drawing}>
      <Rail {...rail} />
    </Suspense>
  );
}

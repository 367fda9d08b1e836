import { lazy, memo, Suspense, useState, type ComponentProps } from 'react';
import type FoldRow from './fold-row';
import { guessedHeightPx } from './near-rows';

// Of a car that is charged alone.
const load = () => import('./fold-row');
const LazyFoldRow = lazy(load);
let fetched: typeof FoldRow | undefined;

/** Ahead of the first fold that comes near: what is printed has them all, and waits for no code. */
export async function fetchFoldRow(): Promise<void> {
  fetched = (await load()).default;
}

/** What the server drew stands until the code is there: were it rendered again before, React would take it away meanwhile. */
export const Fold = memo(function Fold(props: ComponentProps<typeof FoldRow>) {
  // The same as long as it stands: React would make the row anew with another.
  const [Row] = useState(() => fetched ?? LazyFoldRow);
  return (
    <Suspense fallback={<li className="row" style={{ minHeight: guessedHeightPx.entry }} />}>
      <Row {...props} />
    </Suspense>
  );
});

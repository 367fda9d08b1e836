import { lazy, memo, Suspense, type ComponentProps } from 'react';
import type EntryPanel from './entry-panel';

const LazyEntryPanel = lazy(() => import('./entry-panel'));

/** What the server drew stands until the code is there: were it rendered again before, React would take it away meanwhile. */
export const OpenPanel = memo(function OpenPanel(props: ComponentProps<typeof EntryPanel>) {
  return (
    <Suspense fallback={<aside className="panel panel--open" />}>
      <LazyEntryPanel {...props} />
    </Suspense>
  );
});

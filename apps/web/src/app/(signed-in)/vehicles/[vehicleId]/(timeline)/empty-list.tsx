import { lazy, memo, Suspense, type ComponentProps } from 'react';
import type NothingHere from './nothing-here';

const LazyNothingHere = lazy(() => import('./nothing-here'));

/** In place of rows. What the server drew of it stands until its code is there, like an open entry's panel. */
export const EmptyList = memo(function EmptyList(props: ComponentProps<typeof NothingHere>) {
  return (
    <Suspense>
      <LazyNothingHere {...props} />
    </Suspense>
  );
});

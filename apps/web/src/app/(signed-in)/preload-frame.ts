import 'server-only';
import { viewer } from '@/session/viewer';
import { glance } from './glance';

/** Begins to ask for what is around a page. A frame is drawn before what it frames, and would ask one after the other. */
export function preloadFrame(): void {
  for (const read of [viewer, glance]) void read().catch(() => undefined);
}

import type { Sent } from './send-waiting';

/** What windows (and the service worker) tell each other: something was made, sent, refused or taken out. */
export interface Change {
  /** The id of an entry that was taken out or made anew: no file of what it was needs to be sent. */
  readonly withdrawn?: string;
  /** It was taken out. */
  readonly forGood?: boolean;
  /** By the tenant: how far what was sent goes in its order of events. Each has one of its own. */
  readonly reached?: ReadonlyMap<string, number>;
}

let channel: BroadcastChannel | undefined;
/** One for the whole window, which does not hear itself. */
export const changes = () => (channel ??= new BroadcastChannel('odolog-waiting'));

export function tell(change: Change): void {
  changes().postMessage(change);
}

/** One that had been sent before is answered with the position that it got then: the last of them need not be the highest. */
export function tellSent(sent: readonly Sent[]): void {
  const reached = new Map<string, number>();
  for (const { entry, recorded } of sent) {
    reached.set(entry.tenantId, Math.max(recorded.position, reached.get(entry.tenantId) ?? 0));
  }
  tell({ reached });
}

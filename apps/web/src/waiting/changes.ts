/** What windows (and the service worker) tell each other: something was made, sent, refused or taken out. */
export interface Change {
  /** The id of an entry that was taken out or made anew: no file of what it was needs to be sent. */
  readonly withdrawn?: string;
  /** The tenant's order of events reached so far by what was sent. */
  readonly position?: number;
}

let channel: BroadcastChannel | undefined;
/** One for the whole window, which does not hear itself. */
export const changes = () => (channel ??= new BroadcastChannel('odolog-waiting'));

export function tell(change: Change): void {
  changes().postMessage(change);
}

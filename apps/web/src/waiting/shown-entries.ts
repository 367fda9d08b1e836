import { useSyncExternalStore } from 'react';
import { fileToSend, type WaitingEntry } from './waiting-entry';

/** `sent` stands in the list until the page that has it from the server is there. */
export type WaitingState = 'sending' | 'waiting' | 'needs-you' | 'sent';

export interface ShownEntry {
  readonly entry: WaitingEntry;
  readonly state: WaitingState;
  /** In the tenant's order of events, once it was sent. */
  readonly position: number | null;
}

/** What is in it can be changed, or taken out: nobody is sending it, or a file that goes before it is on the way, which may take minutes. */
export const isLeft = ({ state, entry }: ShownEntry): boolean =>
  state === 'waiting' || state === 'needs-you' || (state === 'sending' && fileToSend(entry) !== undefined);

const none: readonly ShownEntry[] = [];
let shown = none;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The entries of this browser that the server's pages do not have, as this window last knew them. */
export function useShownEntries(): readonly ShownEntry[] {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  );
}

/** An entry of this browser as it stands; undefined for one that the server has. */
export function useShownEntry(id: string): ShownEntry | undefined {
  return useSyncExternalStore(
    subscribe,
    () => shown.find(({ entry }) => entry.id === id),
    () => undefined,
  );
}

export function changeShown(change: (before: readonly ShownEntry[]) => readonly ShownEntry[]): void {
  shown = change(shown);
  for (const listener of listeners) listener();
}

/** Shows an entry in a state, in the place of what was shown of it before. */
export function showEntry(entry: WaitingEntry, state: WaitingState, position: number | null = null): void {
  changeShown((before) => [
    ...before.filter((other) => other.entry.id !== entry.id),
    { entry, state, position },
  ]);
}

export function hideEntry(id: string): void {
  changeShown((before) => before.filter(({ entry }) => entry.id !== id));
}

/** A page that was made at a position has what was sent before it. */
export function hideSent(madeAt: number): void {
  changeShown((before) =>
    before.some(({ position }) => position !== null && position <= madeAt)
      ? before.filter(({ position }) => position === null || position > madeAt)
      : before,
  );
}

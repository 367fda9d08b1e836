import type { Owner } from '@/offline/kept-cache';
import { rememberWrite } from '@/session/last-write';
import { tell, tellSent } from './changes';
import { sendWaiting, type Sending } from './send-waiting';
import { changeShown, showEntry, type ShownEntry, type WaitingState } from './shown-entries';
import { fileToSend, type WaitingEntry } from './waiting-entry';
import { entriesOfPerson } from './waiting-store';
import { stopSendingFiles } from './with-file-sent';

/**
 * When each entry that was just made here was: whatever else is looked up meanwhile, it does not wait yet. Who takes it out or makes
 * it anew takes it from here.
 */
export const onTheirWay = new Map<string, string>();

/** And was neither taken out nor made anew since. */
export const isOnItsWay = ({ id, madeAt }: WaitingEntry): boolean => onTheirWay.get(id) === madeAt;

/** Entries that somebody here wants to take out: if it is too late for that, they are told so there, and not that it was sent. */
export const unwanted = new Set<string>();

/** Entries that were taken out, here or in another window, and not made anew since: for those it was not too late. */
export const takenOut = new Set<string>();

/** Of entries that the store does not have yet: whoever reads it meanwhile does not know them. */
export const notStored = new Set<string>();

/** Sends what waits, and shows how each entry fared, here and in the other windows. */
export async function deliver(owner: Owner): Promise<Sending> {
  const sending = await sendWaiting();
  for (const { entry, recorded } of sending.sent) {
    if (entry.tenantId !== owner.tenantId) continue;
    showEntry(entry, 'sent', recorded.position);
    rememberWrite(recorded.position);
  }
  await showStored(owner);
  tellSent(sending.sent);
  return sending;
}

/** Shows what is stored, as it stands there; what was sent a moment ago stays until a page has it. */
export async function showStored({ personId, tenantId }: Owner): Promise<void> {
  const stored = await entriesOfPerson(personId).catch(() => []);
  const shown = stored.map((entry, at): ShownEntry => {
    return { entry, state: stateOf(entry, stored.slice(0, at)), position: null };
  });
  changeShown((before) => [
    ...before.filter(({ state, entry }) => state === 'sent' || notStored.has(entry.id)),
    ...shown.filter(({ entry }) => entry.tenantId === tenantId),
  ]);
}

/** Behind a file, which may move for minutes, an entry waits for its turn: whichever the tenant, one is sent at a time. */
function stateOf(entry: WaitingEntry, ahead: readonly WaitingEntry[]): WaitingState {
  if (entry.problem) return 'needs-you';
  const isHeldUp = ahead.some((other) => !other.problem && fileToSend(other));
  return isOnItsWay(entry) && !isHeldUp ? 'sending' : 'waiting';
}

/** An entry is no more what it was: what is on the way of it is stopped, in whichever window. */
export function withdraw(id: string, forGood = false): void {
  stopSendingFiles(id, forGood);
  tell({ withdrawn: id, forGood });
}

/** Has the browser send what waits when there is a connection again, even with every window closed. Not all can. */
export async function sendInBackground(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (registration as SyncingRegistration | undefined)?.sync?.register('waiting').catch(() => undefined);
}

/** Background Sync, which the types of the web do not have since not every browser does. */
interface SyncingRegistration {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

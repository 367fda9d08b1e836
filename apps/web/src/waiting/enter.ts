import { ApiProblem, unreachable } from '@/api/api-problem';
import type { Recorded } from '@/api/schema.gen';
import {
  deliver,
  isOnItsWay,
  notStored,
  onTheirWay,
  sendInBackground,
  showStored,
  takenOut,
  unwanted,
  withdraw,
} from './deliver';
import { sendUnkept, takeOut } from './send-waiting';
import { hideEntry, showEntry } from './shown-entries';
import type { WaitingEntry } from './waiting-entry';
import { entriesOf, putEntry } from './waiting-store';

/** What became of an entry that was just made. `recorded` is not known when another window was the one that sent it. */
export type Fate =
  | { readonly kind: 'sent'; readonly recorded: Recorded | undefined }
  | { readonly kind: 'waiting'; readonly signedOut: boolean }
  /** With the problem that it met. */
  | { readonly kind: 'refused'; readonly entry: WaitingEntry }
  /** It was taken out or made anew meanwhile, and whoever did knows. */
  | { readonly kind: 'withdrawn' };

/** Puts an entry on its way: shown at once, stored before it is sent, so that neither a lost answer nor a closed window loses it. */
export async function enter(entry: WaitingEntry): Promise<Fate> {
  onTheirWay.set(entry.id, entry.madeAt);
  unwanted.delete(entry.id);
  takenOut.delete(entry.id);
  try {
    return await fateOf(entry);
  } finally {
    if (isOnItsWay(entry)) onTheirWay.delete(entry.id);
  }
}

async function fateOf(entry: WaitingEntry): Promise<Fate> {
  notStored.add(entry.id);
  showEntry(entry, 'sending');
  try {
    await keep(entry).finally(() => withdraw(entry.id));
  } catch {
    return await sendWithoutKeeping(entry).finally(() => notStored.delete(entry.id));
  }
  notStored.delete(entry.id);
  await showStored(entry);
  const { sent, ended } = await deliver(entry);
  const own = sent.find((one) => isSame(one.entry, entry));
  if (own) return unwanted.has(entry.id) ? { kind: 'withdrawn' } : { kind: 'sent', recorded: own.recorded };
  const stored = (await entriesOf(entry)).find(({ id }) => id === entry.id);
  if (!isOnItsWay(entry) || (stored && !isSame(stored, entry))) return { kind: 'withdrawn' };
  if (!stored) return { kind: 'sent', recorded: undefined };
  if (stored.problem) return { kind: 'refused', entry: stored };
  showEntry(stored, 'waiting');
  void sendInBackground();
  return { kind: 'waiting', signedOut: ended === 'signed-out' };
}

/** What an entry was before it was made anew must not be sent in its place, and without that there may be room. */
async function keep(entry: WaitingEntry): Promise<void> {
  try {
    await putEntry(entry);
  } catch (error) {
    if ((await takeOut(entry.id)) === 'absent' || !isOnItsWay(entry)) throw error;
    await putEntry(entry);
  }
}

/** Not made anew, here or in another window. */
const isSame = (one: WaitingEntry, other: WaitingEntry) => one.id === other.id && one.madeAt === other.madeAt;

/** Where a browser keeps nothing, an entry is made as long as there is a connection. */
async function sendWithoutKeeping(entry: WaitingEntry): Promise<Fate> {
  if (!isOnItsWay(entry)) return { kind: 'withdrawn' };
  try {
    const recorded = await sendUnkept(entry);
    showEntry(entry, 'sent', recorded.position);
    return { kind: 'sent', recorded };
  } catch (error) {
    if (!isOnItsWay(entry)) return { kind: 'withdrawn' };
    hideEntry(entry.id);
    const { body } = error instanceof ApiProblem ? error : unreachable();
    const isLeft = body.code === 'unreachable';
    const problem = isLeft ? { ...body, code: entry.files ? 'files-unkept' : 'entry-unkept' } : body;
    return { kind: 'refused', entry: { ...entry, problem, unkept: true } };
  }
}

/**
 * Takes an entry out. False when it was sent before it could be, for which it waits while it is being sent: who made it in another
 * window is told that it was saved then.
 */
export async function discard({ id, madeAt, unkept }: WaitingEntry): Promise<boolean> {
  unwanted.add(id);
  onTheirWay.delete(id);
  const isUnkept = notStored.has(id);
  if (isUnkept) hideEntry(id);
  const removal = await takeOut(id, (stored) => stored.madeAt === madeAt);
  // Made anew while it waited, here or in another window: whoever did is told how that fares.
  if (removal === 'kept') unwanted.delete(id);
  if (!unwanted.has(id)) return true;
  const wasThere = removal === 'removed';
  if (wasThere) {
    takenOut.add(id);
    hideEntry(id);
  }
  if (wasThere || isUnkept) withdraw(id, true);
  return wasThere || isUnkept || unkept === true || takenOut.has(id);
}

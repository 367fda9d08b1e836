import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Owner } from '@/offline/kept-cache';
import type { WaitingEntry } from './waiting-entry';

interface Schema extends DBSchema {
  entries: { key: string; value: WaitingEntry; indexes: { personId: string } };
}

/**
 * Goes up when an older app would misread what waits: version 2 has corrections, which version 1 would send as new entries;
 * version 3 has files, which version 2 would name without having sent them.
 * An older app cannot open a newer store; it leaves what is in there, and keeps nothing of its own.
 */
const schemaVersion = 3;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('odolog', schemaVersion, {
    // What older versions have waiting is sent as it is.
    upgrade: (db, oldVersion) => {
      if (oldVersion > 0) return;
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('personId', 'personId');
    },
    // Another window has a newer version of the app: it goes first, we open anew when next asked.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
  });
  return opened;
}

/** What a person has waiting in this browser, whichever the tenant, in the order in which it was made. */
export async function entriesOfPerson(personId: string): Promise<WaitingEntry[]> {
  const entries = await (await database()).getAllFromIndex('entries', 'personId', personId);
  return entries.toSorted((a, b) => a.madeAt.localeCompare(b.madeAt));
}

/** What a person has waiting in one tenant. */
export async function entriesOf({ personId, tenantId }: Owner): Promise<WaitingEntry[]> {
  return (await entriesOfPerson(personId)).filter((entry) => entry.tenantId === tenantId);
}

/** How many entries wait here, whoever's they are. */
export async function countWaiting(): Promise<number> {
  return (await database()).count('entries');
}

/** Neither taken out nor made anew since it was looked up. */
export async function isStored({ id, madeAt }: WaitingEntry): Promise<boolean> {
  return (await (await database()).get('entries', id))?.madeAt === madeAt;
}

export async function putEntry(entry: WaitingEntry): Promise<void> {
  await (await database()).put('entries', entry);
}

/** What became of an entry that was to be taken out: it was, there is none, or what stands there is not what was meant. */
export type Removal = 'removed' | 'absent' | 'kept';

/** @param isMeant whether what is stored is to be taken out */
export async function removeEntry(
  id: string,
  isMeant: (stored: WaitingEntry) => boolean = () => true,
): Promise<Removal> {
  const { store, done } = (await database()).transaction('entries', 'readwrite');
  const stored = await store.get(id);
  const isOut = stored !== undefined && isMeant(stored);
  if (isOut) await store.delete(id);
  await done;
  return isOut ? 'removed' : stored ? 'kept' : 'absent';
}

/** Settles an entry that the server has answered for, unless it was taken out or changed while it was on its way. */
export async function settleEntry(sent: WaitingEntry, problem: WaitingEntry['problem']): Promise<void> {
  await changeEntry(sent, (current) => problem && { ...current, problem });
}

/** Puts an entry of which a file is kept now in the place of what it was, unless it was taken out or changed meanwhile. */
export async function replaceEntry(before: WaitingEntry, after: WaitingEntry): Promise<void> {
  await changeEntry(before, () => after);
}

/** @param change to nothing takes it out */
async function changeEntry(
  known: WaitingEntry,
  change: (current: WaitingEntry) => WaitingEntry | null,
): Promise<void> {
  const { store, done } = (await database()).transaction('entries', 'readwrite');
  const current = await store.get(known.id);
  if (current?.madeAt === known.madeAt) {
    const changed = change(current);
    await (changed ? store.put(changed) : store.delete(known.id));
  }
  await done;
}

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterAll, expect, it, vi } from 'vitest';
import type { WaitingEntry } from './waiting-entry';

// Specs share their process: others have a store of the newest version, and would find what these leave in it.
const ofOthers = globalThis.indexedDB;
globalThis.indexedDB = new IDBFactory();
vi.resetModules();
const { entriesOf, entriesOfPerson, putEntry, removeEntry, replaceEntry, settleEntry } =
  await import('./waiting-store');
afterAll(() => {
  globalThis.indexedDB = ofOthers;
  vi.resetModules();
});

let entries = 0;
const entry = (personId: string, tenantId: string, madeAt: string): WaitingEntry => ({
  id: `entry-${(entries += 1)}`,
  personId,
  tenantId,
  vehicleId: 'cuore',
  vehicleName: 'Cuore',
  draft: { type: 'note', date: '2026-11-21', data: { text: 'Parked at P3' } },
  item: {} as WaitingEntry['item'],
  madeAt,
  problem: null,
});
const refusal = { code: 'forbidden', title: 'Not yours', status: 403 };

it('has what an older app left waiting', async () => {
  const old = await openDB('odolog', 1, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('personId', 'personId');
    },
  });
  const left = entry('old', 'home', '2026-11-20T10:00');
  await old.put('entries', left);
  old.close();
  expect(await entriesOfPerson('old')).toEqual([left]);
});

it('tells a person what waits in the order in which it was made, and nobody else', async () => {
  const [late, early] = [entry('ann', 'home', '2026-11-21T10:00'), entry('ann', 'fleet', '2026-11-21T09:00')];
  for (const one of [late, early, entry('bob', 'home', '2026-11-21T08:00')]) await putEntry(one);
  expect(await entriesOfPerson('ann')).toEqual([early, late]);
  expect(await entriesOf({ personId: 'ann', tenantId: 'home' })).toEqual([late]);
});

it('takes out what was sent, and keeps what was refused with the reason', async () => {
  const [sent, refused] = [
    entry('eve', 'home', '2026-11-21T10:00'),
    entry('eve', 'home', '2026-11-21T11:00'),
  ];
  for (const one of [sent, refused]) await putEntry(one);
  await settleEntry(sent, null);
  await settleEntry(refused, refusal);
  expect(await entriesOfPerson('eve')).toEqual([{ ...refused, problem: refusal }]);
});

it('keeps a change that was made while the entry was on its way', async () => {
  const first = entry('joe', 'home', '2026-11-21T10:00');
  const changed = { ...first, madeAt: '2026-11-21T10:01', vehicleName: 'Polo' };
  await putEntry(first);
  await putEntry(changed);
  await settleEntry(first, null);
  expect(await entriesOfPerson('joe')).toEqual([changed]);
});

it('names a file that is kept now, unless the entry was changed or taken out while it was on its way', async () => {
  const first = entry('liv', 'home', '2026-11-21T10:00');
  const named = { ...first, vehicleName: 'Named' };
  await putEntry(first);
  await replaceEntry(first, named);
  expect(await entriesOfPerson('liv')).toEqual([named]);
  const changed = { ...first, madeAt: '2026-11-21T10:01' };
  await putEntry(changed);
  await replaceEntry(first, named);
  expect(await entriesOfPerson('liv')).toEqual([changed]);
  await removeEntry(first.id);
  await replaceEntry(changed, named);
  expect(await entriesOfPerson('liv')).toEqual([]);
});

it('says whether an entry could still be taken out, and refuses nothing that is gone', async () => {
  const taken = entry('kim', 'home', '2026-11-21T10:00');
  await putEntry(taken);
  expect(await removeEntry(taken.id)).toBe('removed');
  expect(await removeEntry(taken.id)).toBe('absent');
  await settleEntry(taken, refusal);
  expect(await entriesOfPerson('kim')).toEqual([]);
});

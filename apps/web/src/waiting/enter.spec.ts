import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { deliver, takenOut } from './deliver';
import { discard, enter } from './enter';
import { changeShown } from './shown-entries';
import type { WaitingEntry } from './waiting-entry';
import { entriesOfPerson, putEntry, removeEntry } from './waiting-store';

vi.mock('@/api/client', async (original) => {
  const client = await original<typeof import('@/api/client')>();
  const origin = 'https://odolog.example';
  return { ...client, createApi: (options: object) => client.createApi({ ...options, origin }) };
});

const first = {
  id: 'one',
  personId: 'jana',
  tenantId: 'home',
  vehicleId: 'cuore',
  draft: { type: 'note', date: '2026-11-21', data: { text: 'Rattle' } },
  madeAt: '2026-11-21T10:00',
  problem: null,
} as unknown as WaitingEntry;
const changed = { ...first, madeAt: '2026-11-21T11:00' };

const full = () => {
  throw new DOMException('Full', 'QuotaExceededError');
};

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const { id } of await entriesOfPerson('jana')) await removeEntry(id);
  changeShown(() => []);
});

it('does not send in its place what an entry was before a change for which there is no room', async () => {
  await putEntry(first);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no connection')));
  expect(await enter(changed)).toMatchObject({
    kind: 'refused',
    entry: { madeAt: changed.madeAt, unkept: true, problem: { code: 'entry-unkept' } },
  });
  expect(await entriesOfPerson('jana')).toEqual([]);
});

it('keeps a change where there is room once what was before it is gone', async () => {
  await putEntry(first);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(full);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no connection')));
  expect(await enter(changed)).toEqual({ kind: 'waiting', signedOut: false });
  expect(await entriesOfPerson('jana')).toEqual([changed]);
});

it('takes out nothing that is saved anew while a discard waits for its answer', async () => {
  await putEntry(first);
  const asked: string[] = [];
  const held = Promise.withResolvers<void>();
  vi.stubGlobal('window', { location: { protocol: 'https:' }, dispatchEvent: () => true });
  vi.stubGlobal('document', { cookie: '' });
  vi.stubGlobal('fetch', async (request: Request | string) => {
    if (typeof request === 'string')
      return Response.json({ token: `.${btoa(JSON.stringify({ sub: 'jana' }))}.` });
    asked.push(await request.text());
    if (asked.length > 1) return Response.json({ position: 7, warnings: [] }, { status: 201 });
    await held.promise;
    return Response.json({ code: 'unavailable' }, { status: 503 });
  });
  const sending = deliver(first);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const discarding = discard(first);
  const draft = { ...first.draft, data: { text: 'Squeak' } };
  const entering = enter({ ...changed, draft });
  await vi.waitFor(async () => expect((await entriesOfPerson('jana'))[0]?.draft).toEqual(draft));
  held.resolve();
  await Promise.all([sending, discarding]);
  expect(await entering).toMatchObject({ kind: 'sent' });
  expect(asked.at(-1)).toContain('Squeak');
});

it('takes out nothing that another window saves anew while a discard waits for its answer', async () => {
  await putEntry(first);
  const beingSent = Promise.withResolvers<void>();
  const sending = navigator.locks.request(`odolog-waiting ${first.id}`, () => beingSent.promise);
  const discarding = discard(first);
  await putEntry(changed);
  beingSent.resolve();
  await sending;
  expect(await discarding).toBe(true);
  expect(await entriesOfPerson('jana')).toEqual([changed]);
});

it('does not keep what is discarded while room is made for it', async () => {
  await putEntry(first);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(full);
  const asked = vi.fn(() => Promise.reject(new TypeError('no connection')));
  vi.stubGlobal('fetch', asked);
  const beingSent = Promise.withResolvers<void>();
  const sending = navigator.locks.request(`odolog-waiting ${first.id}`, () => beingSent.promise);
  const entering = enter(changed);
  await vi.waitFor(async () => {
    const { pending = [] } = await navigator.locks.query();
    expect(pending).toHaveLength(1);
  });
  const discarding = discard(changed);
  beingSent.resolve();
  await sending;
  expect(await discarding).toBe(true);
  expect(await entering).toEqual({ kind: 'withdrawn' });
  expect(await entriesOfPerson('jana')).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

it('tells other windows that an entry was taken out only of one that was there', async () => {
  const window = new BroadcastChannel('odolog-waiting');
  const told = new Promise<unknown>((resolve) => {
    window.onmessage = ({ data }) => resolve(data);
  });
  expect(await discard({ ...first, id: 'sent-before' })).toBe(false);
  await putEntry(first);
  expect(await discard(first)).toBe(true);
  expect(await told).toEqual({ withdrawn: first.id, forGood: true });
  window.close();
});

it('takes nothing for too late that another window took out, or that was never kept', async () => {
  takenOut.add('elsewhere');
  expect(await discard({ ...first, id: 'elsewhere' })).toBe(true);
  expect(await discard({ ...first, id: 'in-the-form', unkept: true })).toBe(true);
});

it('takes nothing for too late that was taken out here, until it is made again', async () => {
  await putEntry(first);
  expect(await discard(first)).toBe(true);
  expect(await discard(first)).toBe(true);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no connection')));
  await enter(changed);
  await removeEntry(first.id);
  expect(await discard(changed)).toBe(false);
});

import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { deliver, notStored, onTheirWay, showStored } from './deliver';
import { changeShown, showEntry } from './shown-entries';
import type { WaitingEntry } from './waiting-entry';
import { entriesOfPerson, putEntry, removeEntry } from './waiting-store';

vi.mock('@/api/client', async (original) => {
  const client = await original<typeof import('@/api/client')>();
  const origin = 'https://odolog.example';
  return { ...client, createApi: (options: object) => client.createApi({ ...options, origin }) };
});

const owner = { personId: 'jana', tenantId: 'home' };
const entry = { ...owner, id: 'one', vehicleId: 'cuore' } as WaitingEntry;

function shownStates(): Record<string, string> {
  let states = {};
  changeShown((shown) => {
    states = Object.fromEntries(shown.map(({ entry: { id }, state }) => [id, state]));
    return shown;
  });
  return states;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const { id } of await entriesOfPerson('jana')) await removeEntry(id);
  notStored.clear();
  changeShown(() => []);
});

it('goes on showing an entry that was made while the store was read', async () => {
  showEntry(entry, 'sending');
  notStored.add(entry.id);
  await showStored(owner);
  expect(shownStates()).toEqual({ one: 'sending' });
});

it('shows no entry any more that the store has lost to another window', async () => {
  showEntry(entry, 'sending');
  await showStored(owner);
  expect(shownStates()).toEqual({});
});

async function madeInOrder(...entries: readonly WaitingEntry[]): Promise<void> {
  for (const [hour, one] of entries.entries()) {
    const made = { ...one, madeAt: `2026-11-21T1${hour}:00`, problem: null };
    await putEntry(made);
    onTheirWay.set(made.id, made.madeAt);
  }
}
const files = [{ key: 'r', file: new File(['%PDF-'], 'receipt.pdf') }];

it('says that an entry waits that was made while a file moves', async () => {
  await madeInOrder({ ...entry, id: 'moving', files }, { ...entry, id: 'behind' });
  await showStored(owner);
  expect(shownStates()).toEqual({ moving: 'sending', behind: 'waiting' });
});

it('says so also of one behind a file of another tenant', async () => {
  await madeInOrder({ ...entry, id: 'moving', tenantId: 'work', files }, { ...entry, id: 'behind' });
  await showStored(owner);
  expect(shownStates()).toEqual({ behind: 'waiting' });
});

it('tells other windows of each tenant how far its own events go', async () => {
  const draft = { type: 'note', date: '2026-11-21', data: { text: 'Rattle' } };
  const made = { ...entry, draft, problem: null } as unknown as WaitingEntry;
  await putEntry({ ...made, madeAt: '2026-11-21T10:00' });
  await putEntry({ ...made, id: 'two', tenantId: 'work', madeAt: '2026-11-21T11:00' });
  vi.stubGlobal('window', { location: { protocol: 'https:' }, dispatchEvent: () => true });
  vi.stubGlobal('document', { cookie: '' });
  vi.stubGlobal('fetch', (request: Request | string) => {
    if (typeof request === 'string')
      return Promise.resolve(Response.json({ token: `.${btoa(JSON.stringify({ sub: 'jana' }))}.` }));
    const position = request.headers.get('x-tenant-id') === 'work' ? 5_000 : 7;
    return Promise.resolve(Response.json({ position, warnings: [] }, { status: 201 }));
  });
  const window = new BroadcastChannel('odolog-waiting');
  const told = new Promise<unknown>((resolve) => {
    window.onmessage = ({ data }) => resolve(data);
  });
  await deliver(owner);
  expect(await told).toEqual({ reached: new Map(Object.entries({ home: 7, work: 5_000 })) });
  window.close();
});

import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { sendWaiting, takeOut } from './send-waiting';
import type { WaitingEntry } from './waiting-entry';
import { entriesOfPerson, putEntry, removeEntry } from './waiting-store';
import { stopSendingFiles } from './with-file-sent';

vi.mock('@/api/client', async (original) => {
  const client = await original<typeof import('@/api/client')>();
  const origin = 'https://odolog.example';
  return { ...client, createApi: (options: object) => client.createApi({ ...options, origin }) };
});

const bare = (id: string, madeAt: string) =>
  ({
    id,
    personId: 'ann',
    tenantId: 'home',
    vehicleId: 'cuore',
    draft: { type: 'note', date: '2026-11-21', data: { text: id } },
    item: { id, data: {} },
    madeAt,
    problem: null,
  }) as unknown as WaitingEntry;
const withReceipt = (id: string, madeAt: string): WaitingEntry => ({
  ...bare(id, madeAt),
  draft: { type: 'fuel', date: '2026-11-21', data: { receiptId: `of-${id}` } },
  files: [{ key: `of-${id}`, file: new File(['%PDF-'], 'receipt.pdf') }],
});
const [early, late] = ['2026-11-21T10:00', '2026-11-21T11:00'];

const signedIn = () => Response.json({ token: `.${btoa(JSON.stringify({ sub: 'ann' }))}.` });
const recorded = () => Response.json({ position: 7, warnings: [] }, { status: 201 });
const kept = () => Response.json({ id: 'kept-r' }, { status: 201 });

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

/** @returns what is asked of it, files without what is in them */
function serverThat(answers: (asked: Asked, signal: AbortSignal) => Response | Promise<Response>): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request | string, init: RequestInit = {}) => {
    if (typeof request === 'string') return signedIn();
    const path = new URL(request.url).pathname.split('/').at(-1)!;
    const asked = { path, body: path === 'files' ? undefined : await request.json() };
    all.push(asked);
    return answers(asked, init.signal ?? request.signal);
  });
  return all;
}

/** An answer that does not come, until whoever asked gives up. */
const never = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const { id } of await entriesOfPerson('ann')) await removeEntry(id);
});

it('sends an entry once where the browser has no locks, however often it is asked to', async () => {
  vi.stubGlobal('navigator', {});
  await putEntry(bare('first', early));
  const asked = serverThat(recorded);
  const sendings = await Promise.all([sendWaiting(), sendWaiting()]);
  expect(sendings.map(({ sent }) => sent.length)).toEqual([1, 0]);
  expect(asked).toHaveLength(1);
});

it('does not send what was taken out since it was looked up', async () => {
  for (const entry of [bare('first', early), bare('second', late)]) await putEntry(entry);
  const answer = Promise.withResolvers<Response>();
  const asked = serverThat(() => answer.promise);
  const sending = sendWaiting();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(await takeOut('second')).toBe('removed');
  answer.resolve(recorded());
  expect(await sending).toMatchObject({ ended: 'through', sent: [{ entry: { id: 'first' } }] });
  expect(asked).toHaveLength(1);
});

it('takes out what is being sent only if the server does not take it', async () => {
  await putEntry(bare('one', early));
  const answer = Promise.withResolvers<Response>();
  const asked = serverThat(() => answer.promise);
  const sending = sendWaiting();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const takingOut = takeOut('one');
  answer.resolve(recorded());
  expect(await takingOut).toBe('absent');
  expect(await sending).toMatchObject({ sent: [{ entry: { id: 'one' } }] });
});

it('waits for no file to take something out, and goes on with what stands behind it', async () => {
  for (const entry of [withReceipt('first', early), bare('second', late), bare('third', `${late}:01`)])
    await putEntry(entry);
  const asked = serverThat(({ path }, signal) => (path === 'files' ? never(signal) : recorded()));
  const sending = sendWaiting();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(await takeOut('second')).toBe('removed');
  expect(await takeOut('first')).toBe('removed');
  stopSendingFiles('first');
  expect(await sending).toMatchObject({ ended: 'through', sent: [{ entry: { id: 'third' } }] });
});

it('sends a file once, also where the device has no room to note what it is kept as', async () => {
  await putEntry(withReceipt('one', early));
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  const asked = serverThat(({ path }) => (path === 'files' ? kept() : recorded()));
  expect(await sendWaiting()).toMatchObject({ ended: 'through', sent: [{ entry: { id: 'one' } }] });
  full.mockRestore();
  expect(asked).toMatchObject([
    { path: 'files' },
    { path: 'events', body: { data: { receiptId: 'kept-r' } } },
  ]);
  expect(await entriesOfPerson('ann')).toEqual([]);
});

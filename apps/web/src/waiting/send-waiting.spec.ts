import { afterEach, expect, it, vi } from 'vitest';
import { sendWaiting, takeOut } from './send-waiting';
import type { WaitingEntry } from './waiting-entry';
import { removeEntry, settleEntry } from './waiting-store';

vi.mock('@/api/client', async (original) => {
  const client = await original<typeof import('@/api/client')>();
  const origin = 'https://odolog.example';
  return { ...client, createApi: (options: object) => client.createApi({ ...options, origin }) };
});

const full = () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));
vi.mock('./waiting-store', () => ({
  entriesOfPerson: vi.fn(() => Promise.resolve(settled().length > 0 ? [] : [entry])),
  replaceEntry: vi.fn(() => full()),
  settleEntry: vi.fn(() => Promise.resolve()),
  removeEntry: vi.fn(() => Promise.resolve(true)),
}));
const settled = () => vi.mocked(settleEntry).mock.calls;

const signedIn = () => Response.json({ token: `.${btoa(JSON.stringify({ sub: 'ann' }))}.` });
const entry = {
  id: 'one',
  personId: 'ann',
  tenantId: 'home',
  vehicleId: 'cuore',
  draft: { type: 'fuel', date: '2026-11-21', data: { receiptId: 'r' } },
  item: { id: 'one', data: {} },
  files: [{ key: 'r', file: new File(['%PDF-'], 'receipt.pdf') }],
  madeAt: '2026-11-21T10:00',
  problem: null,
} as unknown as WaitingEntry;

afterEach(() => vi.unstubAllGlobals());

it('does not begin to send what is being taken out', async () => {
  const token = Promise.withResolvers<Response>();
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', (request: Request | string) => {
    asked.push(request);
    return token.promise;
  });
  const sending = sendWaiting();
  const takingOut = takeOut('one');
  token.resolve(signedIn());
  expect(await sending).toEqual({ ended: 'through', sent: [] });
  expect(await takingOut).toBe(true);
  expect(removeEntry).toHaveBeenCalledWith('one');
  expect(asked).toEqual(['/api/auth/token']);
});

it('sends a file once, also where the device has no room to note what it is kept as', async () => {
  const asked: string[] = [];
  let recorded: unknown;
  vi.stubGlobal('fetch', async (request: Request | string) => {
    if (typeof request === 'string') return signedIn();
    asked.push(new URL(request.url).pathname);
    if (request.url.endsWith('/files')) return Response.json({ id: 'kept-r' }, { status: 201 });
    recorded = await request.json();
    return Response.json({ position: 7, warnings: [] }, { status: 201 });
  });
  expect(await sendWaiting()).toMatchObject({ ended: 'through', sent: [{ entry: { id: 'one' } }] });
  expect(asked).toEqual(['/api/v1/files', '/api/v1/vehicles/cuore/events']);
  expect(recorded).toMatchObject({ id: 'one', data: { receiptId: 'kept-r' } });
  expect(settled()).toEqual([[expect.objectContaining({ id: 'one' }), null]]);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApiProblem } from '@/api/api-problem';
import { createApi } from '@/api/client';
import { fileToSend, type WaitingEntry } from './waiting-entry';
import { stopSendingFiles, withFileSent } from './with-file-sent';

const api = createApi({ origin: 'https://odolog.example' });
const receipt = { key: 'r', file: new File(['%PDF-'], 'receipt.pdf') };
const photo = { key: 'p', file: new File(['%PDF-'], 'photo.pdf') };
const data = { receiptId: 'r', fileIds: ['kept', 'p'], fill: 'full' };
let entry: WaitingEntry;

const answering = (status: number, body: object) =>
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
const problemOf = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (problem: ApiProblem) => problem.body,
  );

beforeEach(() => {
  // What has just arrived for one vehicle is not sent to it once more.
  const vehicleId = crypto.randomUUID();
  const known = { draft: { type: 'fuel', data }, item: { id: 'one', data }, files: [receipt, photo] };
  entry = { id: 'one', vehicleId, ...known } as unknown as WaitingEntry;
});
afterEach(() => vi.unstubAllGlobals());

it('names a file by what it is kept as, and has the others still to send', async () => {
  answering(201, { id: 'kept-p' });
  const named = { ...data, fileIds: ['kept', 'kept-p'] };
  expect(await withFileSent(entry, photo, api)).toEqual({
    ...entry,
    draft: { ...entry.draft, data: named },
    // What is not sent yet cannot be looked at.
    item: { ...entry.item, data: { fileIds: ['kept', 'kept-p'], fill: 'full' } },
    files: [receipt, { ...photo, keptAs: 'kept-p' }],
  });
  answering(200, { id: 'kept-r' });
  expect((await withFileSent(entry, receipt, api))?.draft.data).toEqual({ ...data, receiptId: 'kept-r' });
});

it('sends each file of an entry once', () => {
  const [first, second] = [{ ...receipt, keptAs: 'kept-r' }, photo];
  expect(fileToSend({ ...entry, files: [first, second] })).toBe(second);
  expect(fileToSend({ ...entry, files: [first] })).toBeUndefined();
});

it('stops a file of an entry that was made anew, as often as it is', async () => {
  vi.stubGlobal('fetch', (_request: Request, { signal }: { signal: AbortSignal }) => {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  });
  const first = withFileSent(entry, receipt, api);
  stopSendingFiles('one');
  const second = withFileSent(entry, receipt, api);
  expect(await first).toBeUndefined();
  stopSendingFiles('one');
  expect(await second).toBeUndefined();
});

it('says which file is refused, and nothing of one where the vehicle is what is wrong', async () => {
  const refused = { code: 'file-type-not-allowed', title: 'Not kept', status: 415 };
  answering(415, refused);
  const file = { key: 'p', name: 'photo.pdf' };
  expect(await problemOf(withFileSent(entry, photo, api))).toEqual({ ...refused, file });
  const gone = { code: 'not-found', title: 'Not found', status: 404 };
  answering(404, gone);
  expect(await problemOf(withFileSent(entry, photo, api))).toEqual(gone);
});

it('takes a file that cannot be read any more for no lack of a connection', async () => {
  const lost = new File(['%PDF-'], 'lost.pdf');
  lost.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as unknown as Blob;
  expect(await problemOf(withFileSent(entry, { key: 'p', file: lost }, api))).toMatchObject({
    code: 'file-unreadable',
    file: { name: 'lost.pdf' },
  });
});

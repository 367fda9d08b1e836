import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '@/api/client';
import { discarded, uploadFile } from './upload-file';

const api = createApi({ origin: 'https://odolog.example' });
const file = new File(['%PDF-'], 'receipt.pdf');
const upload = (key: string, { signal } = new AbortController()) => ({
  vehicleId: 'cuore',
  file,
  key,
  signal,
});

/** Of each request that was made, whether it was given up. */
let asked: AbortSignal[];
let answer: PromiseWithResolvers<Response>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  asked = [];
  answer = Promise.withResolvers();
  vi.stubGlobal('fetch', (_request: Request, { signal }: { signal: AbortSignal }) => {
    asked.push(signal);
    return answer.promise;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('goes on with what is on its way for whoever asks for the same', async () => {
  const form = new AbortController();
  const first = uploadFile(api, upload('a', form));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  form.abort();
  await expect(first).rejects.toThrow('aborted');
  const second = uploadFile(api, upload('a'));
  await vi.advanceTimersByTimeAsync(60_000);
  answer.resolve(Response.json({ id: 'kept' }, { status: 201 }));
  expect(await second).toEqual({ id: 'kept' });
  expect(asked).toHaveLength(1);
});

it('has what arrived a moment ago, and begins anew what failed', async () => {
  const sending = uploadFile(api, upload('d'));
  answer.resolve(Response.json({ id: 'kept' }, { status: 201 }));
  await sending;
  expect(await uploadFile(api, upload('d'))).toEqual({ id: 'kept' });
  expect(asked).toHaveLength(1);
  answer = Promise.withResolvers();
  const failing = uploadFile(api, upload('e'));
  answer.resolve(new Response(null, { status: 503 }));
  await expect(failing).rejects.toThrow();
  await uploadFile(api, upload('e')).catch(() => undefined);
  expect(asked).toHaveLength(3);
});

it('gives up in a while what nobody waits for any more', async () => {
  const form = new AbortController();
  const sending = uploadFile(api, upload('c', form));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  form.abort();
  await expect(sending).rejects.toThrow('aborted');
  expect(asked[0]!.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked[0]!.aborted).toBe(true);
});

it('gives up at once what is discarded, unless somebody else waits for it', async () => {
  const [form, entry] = [new AbortController(), new AbortController()];
  const ofForm = uploadFile(api, upload('f', form));
  const ofEntry = uploadFile(api, upload('f', entry));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  form.abort(discarded);
  await expect(ofForm).rejects.toBe(discarded);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked[0]!.aborted).toBe(false);
  entry.abort(discarded);
  await expect(ofEntry).rejects.toBe(discarded);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked[0]!.aborted).toBe(true);
});

import { ApiProblem, isForLater } from '@/api/api-problem';
import { answer, type Api } from '@/api/client';
import { movingFetch } from '@/api/moving-fetch';
import type { StoredFile } from '@/api/schema.gen';

/** The largest file that is kept. */
const mostBytes = 10 * 1024 * 1024;

export const isTooLarge = (file: File): boolean => file.size > mostBytes;

/** Whether what failed so may come through a little later. */
export const mayComeThrough = (fault: unknown): boolean =>
  !(fault instanceof ApiProblem) || isForLater(fault.status);

interface Upload {
  readonly vehicleId: string;
  readonly file: File;
  /** Sent again under its key, it is kept once. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** What is on its way, and what has just arrived, by its idempotency key. */
const underWay = new Map<string, UnderWay>();

interface UnderWay {
  readonly answer: Promise<StoredFile>;
  /** Ends it, if it has not ended. */
  readonly end: () => void;
  awaited: number;
  /** Until it ends, once nobody waits for it. */
  left?: ReturnType<typeof setTimeout>;
}

/** Why a signal stops what nobody will ask for again: it ends at once. */
export const discarded = new Error('Discarded');

/** So long a file goes on for which nobody waits: a form is saved, and who sends its entry asks for a token first. */
const handOverMs = 20_000;

/**
 * Sends a file up, to be named by an entry of the vehicle. What is on its way already is waited for: a form that is saved leaves
 * it to whoever sends its entry. @throws ApiProblem
 */
export async function uploadFile(api: Api, upload: Upload): Promise<StoredFile> {
  const { vehicleId, key, signal } = upload;
  const name = `${key} ${vehicleId}`;
  const sending = underWay.get(name) ?? begin(api, upload, name);
  const left = Promise.withResolvers<never>();
  const leave = () => left.reject(signal.reason);
  sending.awaited += 1;
  clearTimeout(sending.left);
  signal.addEventListener('abort', leave);
  try {
    return await Promise.race([sending.answer, left.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
    sending.awaited -= 1;
    if (sending.awaited === 0)
      sending.left = setTimeout(sending.end, signal.reason === discarded ? 0 : handOverMs);
  }
}

function begin(api: Api, upload: Upload, name: string): UnderWay {
  const over = new AbortController();
  const sending: UnderWay = { answer: send(api, upload, name, over.signal), end, awaited: 0 };
  function end() {
    over.abort();
    if (underWay.get(name) === sending) underWay.delete(name);
  }
  underWay.set(name, sending);
  // What has failed begins anew.
  sending.answer.catch(end);
  return sending;
}

async function send(api: Api, { vehicleId, file }: Upload, name: string, signal: AbortSignal) {
  // It would only be refused, after all of it was sent.
  if (isTooLarge(file))
    throw new ApiProblem({ code: 'body-too-large', title: 'Larger than 10 MB', status: 413 });
  if (!(await isReadable(file))) throw new ApiProblem(unreadable);
  return answer(
    api.POST('/api/v1/files', {
      body: { vehicleId, file: file as unknown as string },
      headers: { 'idempotency-key': name },
      bodySerializer: () => {
        const form = new FormData();
        // The vehicle first: the server reads the parts as they arrive.
        form.append('vehicleId', vehicleId);
        form.append('file', file, file.name);
        return form;
      },
      fetch: movingFetch,
      signal,
    }),
  );
}

const unreadable = {
  code: 'file-unreadable',
  title: 'It cannot be read on this device any more',
  status: 410,
};

/** What was moved or taken away since it was chosen cannot be: a request would end as if there were no connection. */
const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

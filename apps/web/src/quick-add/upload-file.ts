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

/** Sends a file up, to be named by an entry of the vehicle. @throws ApiProblem */
export async function uploadFile(api: Api, { vehicleId, file, key, signal }: Upload): Promise<StoredFile> {
  // It would only be refused, after all of it was sent.
  if (isTooLarge(file))
    throw new ApiProblem({ code: 'body-too-large', title: 'Larger than 10 MB', status: 413 });
  if (!(await isReadable(file))) throw new ApiProblem(unreadable);
  return answer(
    api.POST('/api/v1/files', {
      body: { vehicleId, file: file as unknown as string },
      headers: { 'idempotency-key': `${key} ${vehicleId}` },
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

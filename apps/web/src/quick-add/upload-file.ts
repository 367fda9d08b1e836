import { ApiProblem, isForLater } from '@/api/api-problem';
import { answer } from '@/api/client';
import { movingFetch } from '@/api/moving-fetch';
import type { StoredFile } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

/** The largest file that is kept. */
const mostBytes = 10 * 1024 * 1024;

/** It would only be refused, after all of it was sent. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** Whether what failed so may come through a little later. */
export const mayComeThrough = (fault: unknown): boolean =>
  fault instanceof ApiProblem ? isForLater(fault.status) : !(fault instanceof FileTooLarge);

interface Upload {
  readonly vehicleId: string;
  readonly file: File;
  /** Sent again under its key, it is kept once. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** Sends a file up, to be named by an entry of the vehicle. @throws FileTooLarge, ApiProblem */
export async function uploadFile({ vehicleId, file, key, signal }: Upload): Promise<StoredFile> {
  if (file.size > mostBytes) throw new FileTooLarge();
  return answer(
    browserApi.POST('/api/v1/files', {
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

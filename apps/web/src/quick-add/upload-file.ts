import { answer } from '@/api/client';
import type { StoredFile } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

/** The largest file that is kept. */
export const mostBytes = 10 * 1024 * 1024;

/** Sends a file up, to be named by an entry of the vehicle. Sent again under its key, it is kept once. */
export function uploadFile(vehicleId: string, file: File): Promise<StoredFile> {
  return answer(
    browserApi.POST('/api/v1/files', {
      body: { vehicleId, file: file as unknown as string },
      headers: { 'idempotency-key': crypto.randomUUID() },
      bodySerializer: () => {
        const form = new FormData();
        // The vehicle first: the server reads the parts as they arrive.
        form.append('vehicleId', vehicleId);
        form.append('file', file, file.name);
        return form;
      },
    }),
  );
}

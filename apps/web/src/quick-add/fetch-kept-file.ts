import { answer } from '@/api/client';
import { movingFetch } from '@/api/moving-fetch';
import { browserApi } from '@/session/browser-session';

/** A file that was sent up before, under the name with which it is kept. @throws ApiProblem */
export async function fetchKeptFile(fileId: string, signal: AbortSignal): Promise<File> {
  const call = browserApi.GET('/api/v1/files/{fileId}', {
    params: { path: { fileId } },
    parseAs: 'blob',
    fetch: movingFetch,
    signal,
  });
  const content = (await answer<Blob | string>(call)) as Blob;
  const { headers } = (await call).response;
  const [, name = fileId] = headers.get('content-disposition')?.match(/filename\*=UTF-8''([^;]+)/) ?? [];
  return new File([content], decodeURIComponent(name), { type: content.type });
}

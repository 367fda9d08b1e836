import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** What is in an archive, by its names. */
export async function filesOfZip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(path, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

import { addAbortSignal, Readable, type PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file in an archive. */
export interface ArchiveEntry {
  /** With its folders, by slashes. */
  readonly name: string;
  readonly modifiedAt: Date;
  /** Of pictures and the like: packed again they are no smaller. */
  readonly isPacked: boolean;
  readonly content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/**
 * A ZIP that is written while it is read: an entry is asked for once the one before it is through, so that no more than that lies in
 * memory, however slow the reader is. Whoever stops reading stops the entries; an error of theirs breaks the archive off.
 */
export function zipOf(entries: AsyncIterable<ArchiveEntry>): Readable {
  const zip = new ZipFile();
  const archive = zip.outputStream as PassThrough;
  const gone = new AbortController();
  archive.once('close', () => gone.abort());
  zip.once('error', (error) => archive.destroy(error as Error));
  fill(zip, entries, gone.signal).catch((error: unknown) => archive.destroy(error as Error));
  return archive;
}

async function fill(zip: ZipFile, entries: AsyncIterable<ArchiveEntry>, gone: AbortSignal): Promise<void> {
  for await (const { name, content, modifiedAt, isPacked } of entries) {
    gone.throwIfAborted();
    const bytes = addAbortSignal(gone, Readable.from(content, { objectMode: false }));
    zip.addReadStream(bytes, name, { mtime: modifiedAt, compress: !isPacked });
    await finished(bytes);
  }
  zip.end();
}

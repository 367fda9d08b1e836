import { ApiProblem } from '@/api/api-problem';
import type { Api } from '@/api/client';
import { discarded, uploadFile } from '@/quick-add/upload-file';
import { renamed, withoutUnsent } from './named-files';
import type { RefusedFile, WaitingEntry, WaitingFile } from './waiting-entry';

/** What is wrong with a file itself, however often it is sent: it cannot be read, is too large, or of no kind that is kept. */
const ofFile = new Set([410, 413, 415]);

/** By the id of the entry. */
const sendings = new Map<string, AbortController>();

/**
 * Of an entry that was taken out or made anew: what stands behind it does not wait until its file has come through.
 *
 * @param forGood the file is not asked for again, as it may be by the entry as it was made anew
 */
export const stopSendingFiles = (entryId: string, forGood = false): void =>
  sendings.get(entryId)?.abort(forGood ? discarded : undefined);

/**
 * Sends up a file of an entry.
 *
 * @returns the entry, naming it as it is kept; nothing once it was stopped
 * @throws ApiProblem with the file, where the file is what is wrong
 */
export async function withFileSent(
  entry: WaitingEntry,
  sent: WaitingFile,
  api: Api,
): Promise<WaitingEntry | undefined> {
  const over = new AbortController();
  sendings.set(entry.id, over);
  try {
    const { id } = await uploadFile(api, { vehicleId: entry.vehicleId, ...sent, signal: over.signal });
    return keptAs(entry, sent, id);
  } catch (error) {
    if (over.signal.aborted) return undefined;
    throw withFileNamed(error, sent);
  } finally {
    if (sendings.get(entry.id) === over) sendings.delete(entry.id);
  }
}

function keptAs(entry: WaitingEntry, sent: WaitingFile, id: string): WaitingEntry {
  const { draft, item, files = [] } = entry;
  const data = renamed(draft.data, sent.key, id);
  const known = files.map((file) => (file.key === sent.key ? { ...file, keptAs: id } : file));
  return {
    ...entry,
    draft: { ...draft, data },
    item: { ...item, data: withoutUnsent(data, known) },
    files: known,
  };
}

function withFileNamed(error: unknown, { key, file: { name } }: WaitingFile): unknown {
  if (!(error instanceof ApiProblem) || !ofFile.has(error.status)) return error;
  const file: RefusedFile = { key, name };
  return new ApiProblem({ ...error.body, file });
}

import type { WaitingFile } from './waiting-entry';

type Data = Readonly<Record<string, unknown>>;

interface Naming {
  readonly receiptId?: string;
  readonly fileIds?: readonly string[];
}

/** The data of an entry, with the id of a file in the place of its key. */
export function renamed(data: Data, key: string, id: string): Data {
  const { receiptId, fileIds } = data as Naming;
  return {
    ...data,
    ...(receiptId === key && { receiptId: id }),
    ...(fileIds && { fileIds: fileIds.map((named) => (named === key ? id : named)) }),
  };
}

/** The data of an entry as it is shown meanwhile: what is not sent yet cannot be looked at. */
export function withoutUnsent(data: Data, files: readonly WaitingFile[]): Record<string, unknown> {
  const { receiptId, fileIds, ...others } = data as Naming & Data;
  const isSent = (named: string) => !files.some(({ key, keptAs }) => key === named && !keptAs);
  return {
    ...others,
    ...(receiptId && isSent(receiptId) && { receiptId }),
    ...(fileIds && { fileIds: fileIds.filter(isSent) }),
  };
}

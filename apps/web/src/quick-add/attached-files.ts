import { freshId } from '@/api/fresh-id';
import { schemaOf, type FormValues } from './form-values';

type Data = FormValues['data'];

interface AttachedFile {
  /** Of one that was chosen here, or fetched again. */
  readonly file?: File;
  /** For which it is kept. */
  readonly vehicleId?: string;
  /** Why it could not be sent. Without one, what is not sent is left to whoever sends its entry. */
  readonly fault?: unknown;
}

/**
 * What is known of the files of forms, by what stands for each there: a key of its own until it is kept for a vehicle, then the id
 * under which it is. So it can be named, sent for another vehicle, and found again on the way back.
 */
const known = new Map<string, AttachedFile>();

export const attachedFile = (key: string): AttachedFile => known.get(key) ?? {};

export const learn = (key: string, news: AttachedFile): void =>
  void known.set(key, { ...known.get(key), ...news });

/** @returns what stands for it */
export function chosen(file: File): string {
  const key = freshId();
  learn(key, { file });
  return key;
}

/** Keys stand in a form as text, like everything in it. */
export const listed = (keys: unknown): string[] => (typeof keys === 'string' && keys ? keys.split(', ') : []);

export const asList = (keys: readonly string[]): string => keys.join(', ');

/** Where they stand in the data of a form, the receipt first. */
export const filePlaces = ['receiptId', 'fileIds', 'failed', 'onTheWay'] as const;
export type FilePlace = (typeof filePlaces)[number];

/** Where an entry names one more file: the first one of what costs money is its receipt. */
export const placeFor = (type: string, { receiptId }: Data): FilePlace =>
  'receiptId' in (schemaOf(type).properties ?? {}) && !receiptId ? 'receiptId' : 'fileIds';

export const filesIn = (data: Data): string[] => filePlaces.flatMap((place) => listed(data[place]));

/** Puts on its way what was attached before: a vehicle's files are named by its own entries alone. */
export function onTheWayAgain(data: Data, before: Data): Data {
  const keys = filesIn(before);
  return keys.length > 0 ? { ...data, failed: '', onTheWay: asList(keys) } : data;
}

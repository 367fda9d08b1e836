import type { FormValues } from './form-values';

type Data = FormValues['data'];

interface AtHand {
  readonly file: File;
  /** For which it was kept. */
  readonly vehicleId?: string;
}

/**
 * Files that were chosen here, by what stands for each in a form: a key of its own while it is on its way up, then the id under
 * which it was kept for a vehicle. So it can be named, and sent for another vehicle.
 */
const atHand = new Map<string, AtHand>();

export const fileAtHand = (key: string): AtHand | undefined => atHand.get(key);

/** @returns what stands for it */
export function haveAtHand(file: File, kept?: { readonly id: string; readonly vehicleId: string }): string {
  const key = kept?.id ?? crypto.randomUUID();
  atHand.set(key, { file, ...(kept && { vehicleId: kept.vehicleId }) });
  return key;
}

/** Keys stand in a form as text, like everything in it. */
export const listed = (keys: unknown): string[] => (typeof keys === 'string' && keys ? keys.split(', ') : []);

export const asList = (keys: readonly string[]): string => keys.join(', ');

/** Puts on its way what was attached before: a vehicle's files are named by its own entries alone. The receipt comes first. */
export function onTheWayAgain(data: Data, before: Data): Data {
  const keys = [before.receiptId, before.fileIds, before.onTheWay].flatMap(listed);
  return keys.length > 0 ? { ...data, onTheWay: asList(keys) } : data;
}

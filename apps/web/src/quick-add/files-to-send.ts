import { ApiProblem } from '@/api/api-problem';
import { refusedFileOf, type WaitingEntry, type WaitingFile } from '@/waiting/waiting-entry';
import { asList, attachedFile, filesIn, learn, listed, placeFor } from './attached-files';
import type { FormValues } from './form-values';
import { isTooLarge, mayComeThrough } from './upload-file';

type Data = FormValues['data'];

const unsentIn = ({ failed, onTheWay }: Data): string[] => [...listed(failed), ...listed(onTheWay)];

/** The data of a form as its entry names all files: those that are not sent yet by their keys. */
export function withAllNamed({ type, data }: FormValues): Data {
  return unsentIn(data).reduce((named, key) => {
    const place = placeFor(type, named);
    return { ...named, [place]: asList([...listed(named[place]), key]) };
  }, data);
}

/** What goes along with an entry that is saved before all of its files are sent. */
export function filesToSend(data: Data): WaitingFile[] {
  return unsentIn(data).flatMap((key) => {
    const { file } = attachedFile(key);
    return file ? [{ key, file }] : [];
  });
}

/** Of the files of an entry that waited, those that are kept for the vehicle and that its form still names. */
export function filesStillNamed(data: Data, waiting: WaitingEntry | undefined, vehicleId: string) {
  const named = filesIn(data);
  const files = waiting?.vehicleId === vehicleId ? (waiting.files ?? []) : [];
  return files.filter(({ keptAs }) => keptAs !== undefined && named.includes(keptAs));
}

/** Whether a file cannot be sent, now or later. */
export const isUnfit = (key: string, { failed }: Data): boolean => {
  const { file, fault } = attachedFile(key);
  return (listed(failed).includes(key) && !mayComeThrough(fault)) || (file !== undefined && isTooLarge(file));
};

/** The files with which an entry cannot be saved: what cannot be sent, and what is not on this device. */
export const holdingSave = (data: Data): string[] =>
  unsentIn(data).filter((key) => isUnfit(key, data) || !attachedFile(key).file);

/**
 * A form of an entry that waits, with the files that go along as they are: refused, to be sent, or left to whoever sends the entry
 * meanwhile.
 */
export function withFilesLeft({ data, ...values }: FormValues, waiting: WaitingEntry): FormValues {
  const { files = [], problem, vehicleId } = waiting;
  const refused = refusedFileOf(problem)?.key;
  for (const { key, file, keptAs } of files) {
    if (keptAs) learn(keptAs, { file, vehicleId });
    else learn(key, { file, fault: key === refused ? new ApiProblem(problem!) : undefined });
  }
  const keys = files.filter(({ keptAs }) => !keptAs).map(({ key }) => key);
  const failed = problem ? keys.filter((key) => key === refused) : keys;
  const onTheWay = keys.filter((key) => !failed.includes(key));
  return { ...values, data: { ...data, failed: asList(failed), onTheWay: asList(onTheWay) } };
}

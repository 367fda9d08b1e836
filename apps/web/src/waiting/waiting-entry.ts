import type { ProblemBody } from '@/api/api-problem';
import type { TimelineItem } from '@/api/schema.gen';
import type { Owner } from '@/offline/kept-cache';
import type { Draft } from '@/quick-add/draft';

/** Why an entry takes the place of another one. */
export interface Correcting {
  /** As it stood here when it was corrected. */
  readonly item: TimelineItem;
  readonly reason: string;
}

/** A file that goes along with an entry, which names it by its key until it is kept for the vehicle. */
export interface WaitingFile {
  readonly key: string;
  readonly file: File;
  /** Its id, once it is sent: the entry names that then. */
  readonly keptAs?: string;
}

/** An entry that was made here and that the server has not answered for yet. Its id is the event's: sent twice, it is there once. */
export interface WaitingEntry extends Owner {
  readonly id: string;
  readonly vehicleId: string;
  readonly vehicleName: string;
  readonly draft: Draft;
  /** Sent up before the entry. They stay with it until it is sent, too: a form that is opened once more knows them by name. */
  readonly files?: readonly WaitingFile[];
  /** Of a correction only. */
  readonly corrects?: Correcting;
  /** As the timeline shows it meanwhile. */
  readonly item: TimelineItem;
  /** RFC 3339; entries are sent in the order in which they were made. */
  readonly madeAt: string;
  /** Why the server did not take it, or a file of it: it waits for its person then, no longer for a connection. */
  readonly problem: ProblemBody | null;
  /** This browser has no place to keep it: it is in the form, and nowhere else. */
  readonly unkept?: true;
}

/** Of the files of an entry, the first one that is not kept yet. */
export const fileToSend = ({ files }: WaitingEntry): WaitingFile | undefined =>
  files?.find(({ keptAs }) => keptAs === undefined);

/** Which of its files is why an entry was refused. */
export interface RefusedFile {
  readonly key: string;
  readonly name: string;
}

export const refusedFileOf = (problem: ProblemBody | null | undefined): RefusedFile | undefined =>
  problem?.file as RefusedFile | undefined;

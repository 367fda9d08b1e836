import type { Ref } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import type { Typed } from './another-vehicle';
import type { FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';

export interface EntryFormProps {
  readonly vehicle: LoggableVehicle;
  readonly type: string | undefined;
  readonly correct: TimelineItem | undefined;
  /** What was made before and did not get through. */
  readonly waiting: WaitingEntry | undefined;
  /** What was typed of other types before that. */
  readonly others: Typed['others'] | undefined;
  /** Another entry follows this one. */
  readonly awaited: boolean;
  /** What was typed before a neighbour had to be corrected. */
  readonly kept: Typed | undefined;
  /** What was typed before another vehicle was chosen. */
  readonly moved: Typed | undefined;
  readonly ref: Ref<EntryFormHandle>;
  /** There is something in it that closing would lose. */
  readonly onTyped: () => void;
  readonly onSaved: () => void;
  readonly onCorrectNeighbour: (neighbour: TimelineItem, typed: Typed) => void;
  /** The odometer was replaced: that entry comes first, then the one that was typed. */
  readonly onReplaced: (replacement: FormValues, typed: Typed) => void;
}

export interface EntryFormHandle {
  readonly typed: () => Typed;
}

/** With the vehicle's latest fills, by which a form fills in what is usual. */
export type ReadyFormProps = EntryFormProps & { readonly fills: readonly TimelineItem[] };

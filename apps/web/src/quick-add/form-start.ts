import type { TimelineItem } from '@/api/schema.gen';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import { anotherVehicle, type Typed } from './another-vehicle';
import type { FormValues } from './form-values';
import { withFilesLeft } from './files-to-send';
import { valuesFor, type Home } from './initial-values';

interface Start {
  readonly type: string | undefined;
  readonly correct: TimelineItem | undefined;
  /** What was made before and did not get through. */
  readonly waiting: WaitingEntry | undefined;
  /** What was typed of other types before that. */
  readonly others?: Typed['others'] | undefined;
  /** What was typed before a neighbour had to be corrected. */
  readonly kept: Typed | undefined;
  /** What was typed before another vehicle was chosen. */
  readonly moved: Typed | undefined;
}

/** What stands in a form as it is opened. */
export function formStart({ type, correct, waiting, others, kept, moved }: Start, home: Home): Typed {
  if (kept) return kept;
  const forThisOne = (typed: Typed) => anotherVehicle(typed, home.vehicle, (of) => valuesFor(of, home));
  if (moved) return forThisOne(moved);
  const values = valuesFor(waiting?.item ?? correct ?? type ?? 'fuel', home);
  if (!waiting) return nothingTyped(values);
  const reason = waiting.corrects?.reason ?? '';
  const made = {
    values: { ...(waiting.files ? withFilesLeft(values, waiting) : values), reason },
    began: blank(values.type, home),
    others: others ?? new Map(),
  };
  return waiting.vehicleId === home.vehicle.id ? made : forThisOne(made);
}

export const nothingTyped = (values: FormValues): Typed => ({ values, began: values, others: new Map() });

/** Whatever an entry says that was made before was typed, also where it is as usual. */
const blank = (type: string, home: Home): FormValues => ({
  ...valuesFor(type, { ...home, habit: { ...home.habit, data: {} } }),
  date: '',
  clock: '',
});

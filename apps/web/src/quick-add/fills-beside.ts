import type { TimelineItem } from '@/api/schema.gen';

type Fill = Pick<TimelineItem, 'id' | 'correctsId'>;

interface Typed {
  /** What a correction takes the place of. */
  readonly correct: Pick<Fill, 'id'> | undefined;
  /** What the form stands for was made before, and waits here. */
  readonly waiting: Pick<Fill, 'id'> | undefined;
}

/** The fills that stay beside the one that is typed: neither what it takes the place of, nor itself, nor another correction of the same. */
export function fillsBeside<Known extends Fill>(
  fills: readonly Known[],
  { correct, waiting }: Typed,
): readonly Known[] {
  return fills.filter(
    ({ id, correctsId }) =>
      id !== waiting?.id && (!correct || (id !== correct.id && correctsId !== correct.id)),
  );
}

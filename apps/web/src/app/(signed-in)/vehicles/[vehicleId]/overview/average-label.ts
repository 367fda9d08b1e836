/** Something drawn at a height, from one place to another, in units of the drawing. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

interface AverageLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Between which heights there is room. */
  readonly top: number;
  readonly bottom: number;
}

/** Of letters of 12 pixels: the mean width of one, and how far they reach over their line, with some air. */
const letterWidth = 6.2;
const reach = { above: 14, below: 8 };

/** Where the words of a line begin: below or above it, at its beginning or its end, wherever they cover least of what is drawn. */
export function labelSpot(words: string, line: AverageLine, drawn: readonly Drawn[]) {
  const width = words.length * letterWidth;
  const spots = [line.left + 4, line.right - width - 4].flatMap((x) =>
    [line.y + 14, line.y - 6].map((y) => ({ x, y })),
  );
  const isInside = ({ y }: { y: number }) => y - 10 >= line.top && y <= line.bottom;
  const covered = ({ x, y }: { x: number; y: number }) =>
    drawn.filter((one) => {
      const isBeside = one.to < x || one.from > x + width;
      return !isBeside && one.y > y - reach.above && one.y < y + reach.below;
    }).length;
  const [best = spots[0]!] = spots.filter(isInside).toSorted((one, other) => covered(one) - covered(other));
  return best;
}

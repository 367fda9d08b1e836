/** Where words stand in a drawing: the point that their line begins at, ends at or has in its middle. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

/** Words, and where they may stand, the best place first. */
export interface Label {
  readonly words: string;
  readonly spots: readonly Spot[];
}

/** Of letters of 12 pixels: the mean width of one in heavy type, and the height of a line. */
const letterWidth = 7;
const lineHeight = 14;
/** So that two labels are not read as one. */
const air = 4;

export const widthOf = (words: string) => words.length * letterWidth;

/** What the first tick's line begins after, so that the longest figure beside it is inside of the drawing. */
export const marginOf = (figures: readonly string[], least: number) =>
  Math.max(least, ...figures.map((figure) => widthOf(figure) + air));

/** For each label its best place that covers none of the labels before it; null where there is none. */
export function labelSpots(labels: readonly Label[]): (Spot | null)[] {
  const taken: Box[] = [];
  return labels.map(({ words, spots }) => {
    const free = spots.find((spot) => !taken.some((other) => areOver(other, boxOf(words, spot)))) ?? null;
    if (free) taken.push(boxOf(words, free));
    return free;
  });
}

interface Box {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

function boxOf(words: string, { x, y, textAnchor }: Spot): Box {
  const width = widthOf(words);
  const from = x - { start: 0, middle: width / 2, end: width }[textAnchor];
  return { from, to: from + width, y };
}

const areOver = (a: Box, b: Box) =>
  a.from < b.to + air && b.from < a.to + air && Math.abs(a.y - b.y) < lineHeight;

/**
 * As many of very many points as a line needs to look the same: of each stretch of time the one that stands furthest from
 * the straight way between those before and after it. The first and the last stay. (Largest triangle three buckets, after
 * Sveinn Steinarsson.)
 *
 * @param points by date, oldest first
 */
export function thinned<Point extends { readonly date: string; readonly odometerM: number }>(
  points: readonly Point[],
  most: number,
): readonly Point[] {
  if (points.length <= most || most < 3) return points;
  const places = points.map(({ date, odometerM }): Place => [Date.parse(date), odometerM]);
  const width = (points.length - 2) / (most - 2);
  const kept = [0];
  for (let bucket = 0; bucket < most - 2; bucket += 1) {
    const [from, to] = [Math.floor(bucket * width) + 1, Math.floor((bucket + 1) * width) + 1];
    const after = middleOf(places.slice(to, Math.floor((bucket + 2) * width) + 1), places.at(-1)!);
    kept.push(furthest(places, [from, to], [places[kept.at(-1)!]!, after]));
  }
  return [...kept, points.length - 1].map((index) => points[index]!);
}

type Place = readonly [at: number, value: number];

function middleOf(places: readonly Place[], otherwise: Place): Place {
  if (places.length === 0) return otherwise;
  const mean = (of: 0 | 1) => places.reduce((sum, place) => sum + place[of], 0) / places.length;
  return [mean(0), mean(1)];
}

function furthest(
  places: readonly Place[],
  [from, to]: readonly [number, number],
  [[x1, y1], [x2, y2]]: readonly [Place, Place],
): number {
  const areaOf = (index: number) => {
    const [x, y] = places[index]!;
    return Math.abs((x1 - x2) * (y - y1) - (x1 - x) * (y2 - y1));
  };
  let best = from;
  for (let index = from + 1; index < to; index += 1) if (areaOf(index) > areaOf(best)) best = index;
  return best;
}

import { energyWh, minorUnits } from '@odolog/units';
import type { Money, TimelineItem } from '@/api/schema.gen';

/** Charges of a month at one place, told in one row. */
export interface ChargeFold {
  /** Newest first. */
  readonly charges: readonly TimelineItem[];
  /** Null is at home. */
  readonly place: string | null;
  readonly addedWh: number;
  /** Null where it is not known of all of them. */
  readonly drawnWh: number | null;
  readonly costMinor: number;
  readonly currency: string | null;
}

interface Charged {
  readonly added: { readonly value: number; readonly unit: 'kWh' };
  readonly drawn?: { readonly value: number; readonly unit: 'kWh' };
  readonly charger: string;
  readonly location?: { readonly name?: string };
}

const fewest = 3;

/** Of a timeline, newest first, the charges that are folded, each by its id. */
export function chargeFolds(items: readonly TimelineItem[]): ReadonlyMap<string, ChargeFold> {
  const alike = Map.groupBy(items.filter(isPlainCharge), (item) =>
    [item.date.slice(0, 7), placeOf(item), item.cost?.currency].join('\n'),
  );
  const folds = [...alike.values()].filter(({ length }) => length >= fewest).map(foldOf);
  return new Map(folds.flatMap((fold) => fold.charges.map(({ id }) => [id, fold] as const)));
}

/** What has more to say than its energy keeps a row of its own: a figure, a correction, an unknown place. */
function isPlainCharge(item: TimelineItem): boolean {
  if (item.type !== 'charge' || item.status !== 'effective') return false;
  return item.derived.economy?.segmentStatus !== 'closed' && placeOf(item) !== undefined;
}

function placeOf({ data }: TimelineItem): string | null | undefined {
  const { charger, location } = data as unknown as Charged;
  return location?.name ?? (charger === 'home' ? null : undefined);
}

function foldOf(charges: readonly TimelineItem[]): ChargeFold {
  const told = charges.map(({ data }) => data as unknown as Charged);
  const drawn = told.flatMap((each) => each.drawn ?? []);
  return {
    charges,
    place: placeOf(charges[0]!) ?? null,
    addedWh: told.reduce((sum, each) => sum + energyWh(each.added), 0),
    drawnWh: drawn.length === told.length ? drawn.reduce((sum, each) => sum + energyWh(each), 0) : null,
    costMinor: charges.reduce((sum, { cost }) => sum + (cost ? minorUnits(cost as Money) : 0), 0),
    currency: charges[0]!.cost?.currency ?? null,
  };
}

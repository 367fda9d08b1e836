import type { CostCategory, ServiceKind } from '@odolog/events';

const kinds = named<ServiceKind>({
  engine_oil: 'engine-oil',
  oil_change: 'engine-oil',
  oil_filter: 'oil-filter',
  air_filter: 'air-filter',
  cabin_filter: 'cabin-filter',
  cabin_air_filter: 'cabin-filter',
  fuel_filter: 'fuel-filter',
  spark_plugs: 'spark-plugs',
  brake_pads: 'brake-pads',
  brakes_front: 'brake-pads',
  brakes_rear: 'brake-pads',
  brake_rotors: 'brake-discs',
  brake_fluid: 'brake-fluid',
  coolant: 'coolant',
  radiator: 'coolant',
  transmission_fluid: 'transmission-fluid',
  timing_belt: 'timing-belt',
  belts: 'drive-belt',
  chain: 'chain',
  clutch: 'clutch',
  battery: 'battery',
  tire_a: 'tyres',
  tire_b: 'tyres',
  tires: 'tyres',
  tire_rotation: 'tyre-rotation',
  wheel_alignment: 'wheel-alignment',
  suspension: 'suspension',
  steering: 'steering',
  exhaust: 'exhaust',
  lights: 'lights',
  windshield_wipers: 'wipers',
  windshield: 'windscreen',
  air_conditioning: 'air-conditioning',
  body: 'bodywork',
  car_wash: 'wash',
  inspection: 'inspection',
  mot: 'inspection',
});

const categories = named<CostCategory>({
  mot: 'inspection',
  inspection: 'inspection',
  insurance: 'insurance',
  tax: 'tax',
  road_tax: 'tax',
  registration: 'registration',
  parking: 'parking',
  toll: 'toll',
  tolls: 'toll',
  fine: 'fine',
  ticket: 'fine',
  car_wash: 'wash',
  accessories: 'accessories',
  payment: 'finance',
  loan: 'finance',
});

/** By the words of a file, which may be any: no word is one that objects have of their own, as `constructor`. */
function named<Meaning>(words: Readonly<Record<string, Meaning>>): ReadonlyMap<string, Meaning> {
  return new Map(Object.entries(words));
}

/** Words as Fuelly spells its own: `Oil filter` is `oil_filter`. */
const spelled = (words = '') => words.toLowerCase().replaceAll(/\W+/g, '_');

/** Work that is told in words: one of our kinds where they name one, and the words in any case. */
export function workOf(words: string | undefined): { kind: ServiceKind; description?: string } {
  return { kind: kinds.get(spelled(words)) ?? 'other', ...(words && { description: words }) };
}

/** The category that words name, if they do. */
export const categoryOf = (words: string | undefined): CostCategory | undefined =>
  categories.get(spelled(words));

/** Fuelly's kinds of work as ours, each once; a word of a person's own is kept as the description of other work. */
export function serviceItems(subTypes: readonly string[]): { kind: ServiceKind; description?: string }[] {
  const items = subTypes.map((word) => {
    const kind = kinds.get(word);
    return kind ? { kind } : { kind: 'other' as const, description: word };
  });
  const distinct = items.filter(
    (item, index) => 'description' in item || items.findIndex(({ kind }) => kind === item.kind) === index,
  );
  return distinct.length > 0 ? distinct : [{ kind: 'other' }];
}

/** Fuelly's kind of expense as a category; what has none is kept in words. */
export function expenseCategory(subTypes: readonly string[]): {
  category: CostCategory;
  description?: string;
} {
  const [category] = subTypes.flatMap((word) => categories.get(word) ?? []);
  const words = subTypes.filter((word) => !categories.get(word)).join(', ');
  return { category: category ?? 'other', ...(words && { description: words }) };
}

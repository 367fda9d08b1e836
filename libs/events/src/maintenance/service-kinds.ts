import type { CostCategory } from '../facts.js';

/** The kinds of work that forms offer and schedules match. Another word is a kind too: garages invent more than we can list. */
export const serviceKinds = {
  'engine-oil': 'Engine oil',
  'oil-filter': 'Oil filter',
  'air-filter': 'Air filter',
  'cabin-filter': 'Cabin filter',
  'fuel-filter': 'Fuel filter',
  'spark-plugs': 'Spark plugs',
  'brake-pads': 'Brake pads',
  'brake-discs': 'Brake discs',
  'brake-fluid': 'Brake fluid',
  coolant: 'Coolant',
  'transmission-fluid': 'Transmission fluid',
  'timing-belt': 'Timing belt',
  'drive-belt': 'Drive belt',
  chain: 'Chain',
  clutch: 'Clutch',
  battery: 'Battery',
  tyres: 'Tyres',
  'tyre-rotation': 'Tyre rotation',
  'wheel-alignment': 'Wheel alignment',
  suspension: 'Suspension',
  steering: 'Steering',
  exhaust: 'Exhaust',
  lights: 'Lights',
  wipers: 'Wipers',
  windscreen: 'Windscreen',
  'air-conditioning': 'Air conditioning',
  bodywork: 'Bodywork',
  wash: 'Wash',
  inspection: 'Inspection',
  'general-service': 'General service',
  recall: 'Recall',
  other: 'Other work',
} as const satisfies Record<string, string>;
export type ServiceKind = keyof typeof serviceKinds;

const titles = new Map<string, string>(Object.entries(serviceKinds));

/** What a kind is called; a kind of one's own is called by its own words. */
export function serviceTitle(kind: string): string {
  return titles.get(kind) ?? kind.replaceAll(/[-_]/g, ' ').replace(/^./, (first) => first.toUpperCase());
}

const categories: Readonly<Record<string, CostCategory>> = {
  tyres: 'tyres',
  'tyre-rotation': 'tyres',
  wash: 'wash',
  inspection: 'inspection',
};

/** Work of one category is booked there; mixed work is maintenance. */
export function costCategoryOf(kinds: readonly string[]): CostCategory {
  const found = new Set(kinds.map((kind) => categories[kind] ?? 'maintenance'));
  const [only] = found;
  return found.size === 1 && only ? only : 'maintenance';
}

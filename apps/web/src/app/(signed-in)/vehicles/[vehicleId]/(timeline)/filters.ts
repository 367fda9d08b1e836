import { pointOfViewIn, viewAddress, viewQuery, type PointOfView } from '@/time-travel/point-of-view';

/** What the address asks of the timeline. */
export interface Filters {
  readonly types: readonly string[];
  readonly q: string;
  /** The last day to show, where somebody has jumped to a date. */
  readonly to: string | undefined;
  readonly view: PointOfView;
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads filters from an address; what makes no sense is as if it were not there. @param timeZone the vehicle's */
export function filtersIn(parameters: Parameters, timeZone: string): Filters {
  const all = (name: string) => [parameters[name] ?? []].flat();
  const to = all('to')[0];
  return {
    types: all('type').filter((type) => /^[a-z-]{1,40}$/.test(type)),
    q: (all('q')[0] ?? '').trim().slice(0, 200),
    to: to && isDate(to) ? to : undefined,
    view: pointOfViewIn(parameters, timeZone),
  };
}

/** The address of a timeline with these filters, without an open entry. */
export function addressOf(vehicleId: string, filters: Filters): string {
  const parameters = parametersOf(filters);
  return `/vehicles/${vehicleId}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** Of an entry in a timeline with these filters, relative to it, but for its id at the end. */
export function entryAddressIn(filters: Filters): string {
  const parameters = parametersOf(filters);
  return parameters.size > 0 ? `?${parameters}&event=` : '?event=';
}

function parametersOf({ types, q, to, view }: Filters): URLSearchParams {
  const parameters = new URLSearchParams(viewAddress(view));
  for (const type of types) parameters.append('type', type);
  if (q) parameters.set('q', q);
  if (to) parameters.set('to', to);
  return parameters;
}

/** What the API is asked with. */
export function queryOf({ types, q, to, view }: Filters) {
  const narrowed = { ...(types.length > 0 && { type: [...types] }), ...(q && { q }), ...(to && { to }) };
  return { ...narrowed, ...viewQuery(view) };
}

export const isFiltered = ({ types, q }: Pick<Filters, 'types' | 'q'>) => types.length > 0 || q !== '';

/** What is narrowed, as an address says it beside the point of view. */
export function narrowingOf({ types, q }: Filters): (readonly [name: string, value: string])[] {
  return [...types.map((type) => ['type', type] as const), ...(q ? [['q', q] as const] : [])];
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

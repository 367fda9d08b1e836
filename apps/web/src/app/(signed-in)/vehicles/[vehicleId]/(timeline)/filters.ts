/** What the address asks of the timeline. */
export interface Filters {
  readonly types: readonly string[];
  readonly q: string;
  /** The last day to show, where somebody has jumped to a date. */
  readonly to: string | undefined;
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads filters from an address; what makes no sense is as if it were not there. */
export function filtersIn(parameters: Parameters): Filters {
  const all = (name: string) => [parameters[name] ?? []].flat();
  const to = all('to')[0];
  return {
    types: all('type').filter((type) => /^[a-z-]{1,40}$/.test(type)),
    q: (all('q')[0] ?? '').trim().slice(0, 200),
    to: to && isDate(to) ? to : undefined,
  };
}

/** The address of a timeline with these filters, without an open entry. */
export function addressOf(vehicleId: string, { types, q, to }: Filters): string {
  const parameters = new URLSearchParams();
  for (const type of types) parameters.append('type', type);
  if (q) parameters.set('q', q);
  if (to) parameters.set('to', to);
  return `/vehicles/${vehicleId}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** What the API is asked with. */
export function queryOf({ types, q, to }: Filters) {
  return { ...(types.length > 0 && { type: [...types] }), ...(q && { q }), ...(to && { to }) };
}

export const isFiltered = ({ types, q }: Filters) => types.length > 0 || q !== '';

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

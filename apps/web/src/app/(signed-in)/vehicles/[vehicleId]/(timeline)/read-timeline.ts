import 'server-only';
import { cache } from 'react';
import { answer } from '@/api/client';
import { serverApi } from '@/session/server-session';
import { asksForThePast, isPast, viewQuery } from '@/time-travel/point-of-view';
import { vehicleOf } from '../vehicle-page';
import { filtersIn, queryOf } from './filters';
import { pageSize } from './page-size';

type SearchParameters = Record<string, string | string[] | undefined>;

/** The address's question, as a key by which it is read once a request. */
export function addressIn(parameters: SearchParameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}

/**
 * What the page of a vehicle's history shows beside the vehicle, asked for all at once. Only a look back waits for the
 * vehicle: its zone says when a day was over.
 */
export const readTimeline = cache(async (vehicleId: string, address: string) => {
  const api = await serverApi();
  const asked = new URLSearchParams(address);
  const parameters = Object.fromEntries(
    [...asked.keys()].map((name) => {
      const values = asked.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
  const timeZone = asksForThePast(parameters) ? (await vehicleOf(vehicleId)).timeZone : 'UTC';
  const filters = filtersIn(parameters, timeZone);
  const at = { params: { path: { vehicleId }, query: viewQuery(filters.view) } };
  const [months, summary, firstPage] = await Promise.all([
    answer(api.GET('/api/v1/vehicles/{vehicleId}/months', at)),
    isPast(filters.view) ? answer(api.GET('/api/v1/vehicles/{vehicleId}/summary', at)) : null,
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', {
        params: { path: { vehicleId }, query: { ...queryOf(filters), limit: pageSize.first } },
      }),
    ),
  ]);
  return { filters, months, summary, firstPage };
});

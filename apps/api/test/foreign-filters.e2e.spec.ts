import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeApi } from '../src/routes.js';
import { aHousehold, type Household } from './every-route/household.js';
import { foldAll } from '@odolog/testing';
import { testApp, type Person, type TestApp } from './test-app.js';

/** A filter by an id of others answers like one by an id of nobody: a list without items, which says nothing of them. */
interface Filter {
  readonly path: string;
  readonly name: string;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema: { readonly format?: string };
}

/** Every filter by an id that the document knows, of what does not stand below one thing; one of tomorrow, too. */
const filters: readonly Filter[] = Object.entries(
  describeApi()['paths'] as Record<string, Record<string, { parameters?: readonly Parameter[] }>>,
)
  .filter(([path]) => !path.includes('{'))
  .flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ parameters = [] }) =>
      parameters
        .filter((parameter) => parameter.in === 'query' && parameter.schema.format === 'uuid')
        .map(({ name }) => ({ path: path.replace(/^\/api/, ''), name })),
    ),
  );

let on: TestApp;
let household: Household;
beforeAll(async () => {
  on = await testApp({ trustedProxies: 1 });
  household = await aHousehold(on);
  await foldAll(on.database.as('odolog_worker'));
});
afterAll(() => on.close());

/** What a filter names: the thing of the household of that name. */
const idOf = ({ name }: Filter): string => household.ids[name === 'actorId' ? 'ownerId' : name]!;

async function answer(
  person: Person,
  { path, name }: Filter,
  id: string,
  headers: Record<string, string> = {},
) {
  const { status, body } = await person.call({ url: `${path}?${name}=${id}`, headers });
  return { status, body };
}

test('these are all', () => {
  expect(filters.map(({ path, name }) => `${path}?${name}`)).toEqual([
    '/v1/vehicles?garageId',
    '/v1/timeline?garageId',
    '/v1/timeline?vehicleId',
    '/v1/reminders?garageId',
    '/v1/imports?vehicleId',
    '/v1/audit?actorId',
  ]);
});

test.each(filters)('$path by $name finds what is one’s own', async (filter) => {
  const { status, body } = await answer(household.owner, filter, idOf(filter));
  expect(status).toBe(200);
  expect(body.items).not.toEqual([]);
});

test.each(filters)('$path by the $name of another tenant answers like by one of nobody', async (filter) => {
  const foreign = await answer(household.outsider, filter, idOf(filter));
  expect(foreign.body.items).toEqual([]);
  expect(foreign).toEqual(await answer(household.outsider, filter, randomUUID()));
});

test.each(filters)(
  '$path by a $name that the caller may not see answers like by one of nobody',
  async (filter) => {
    const headers = { 'x-tenant-id': household.tenantId };
    const hidden = await answer(household.driver, filter, idOf(filter), headers);
    const unknown = await answer(household.driver, filter, randomUUID(), headers);
    expect(told(hidden)).toEqual(told(unknown));
  },
);

/** A refusal, where the list as a whole is closed, carries a trace of its own. */
const told = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 200 ? { status, body } : { status, code: body.code };

test('a garage of another tenant that is named in a body is refused in the words for one of nobody', async () => {
  const file = async (garageId: string) => {
    const body = { nickname: 'Cuore', garageId };
    const reply = await household.outsider.call({ url: '/v1/vehicles', body });
    const { traceId: _, ...refusal } = reply.body;
    return { status: reply.status, refusal };
  };
  const foreign = await file(household.ids['garageId']!);
  expect(foreign.status).toBe(422);
  expect(foreign).toEqual(await file(randomUUID()));
});

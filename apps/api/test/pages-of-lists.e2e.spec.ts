import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { foldAll } from '@odolog/testing';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let vehicle: string;
let event: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  vehicle = `/v1/vehicles/${(await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } })).body.id}`;
  event = `${vehicle}/events/${(await robin.call({ url: `${vehicle}/events`, body: fillUp('2026-03-01', 1000) })).body.event.id}`;
  for (const reason of ['Typo', 'Another'])
    await robin.call({
      url: `${event}/${reason === 'Typo' ? 'corrections' : 'retractions'}`,
      body: reason === 'Typo' ? { reason, event: fillUp('2026-03-01', 1010) } : { reason },
    });
  for (const title of ['Oil', 'Tyres', 'Filter'])
    await robin.call({ url: `${vehicle}/reminders`, body: { title, dueDate: '2026-12-01' } });
  for (const name of ['One', 'Two']) await robin.call({ url: '/v1/tenants', body: { name } });
  for (const route of ['shares', 'exports'])
    for (let count = 0; count < 3; count++)
      await robin.call({
        method: 'POST',
        url: `${vehicle}/${route}`,
        body: route === 'shares' ? {} : undefined,
      });
  await foldAll(on.database.as('odolog_worker'));
});
afterAll(() => on.close());

/** All pages of a list, by its cursors. */
async function pagesOf(url: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let cursor: string | null = null;
  do {
    const { body } = await robin.call({ url: `${url}?limit=2${cursor ? `&cursor=${cursor}` : ''}` });
    pages.push(body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return pages;
}

test.each([
  ['event types', () => '/v1/event-types'],
  ['the history of an event', () => `${event}/history`],
  ['the feed', () => '/v1/feed'],
  ['the reminders of a vehicle', () => `${vehicle}/reminders`],
  ['the reminders of all vehicles', () => '/v1/reminders'],
  ['the templates of reminders', () => `${vehicle}/reminder-templates`],
  ['the tenants of a person', () => '/v1/tenants'],
  ['the links to a history', () => `${vehicle}/shares`],
  ['the histories that were handed out', () => `${vehicle}/exports`],
])('%s come in pages that add up to the whole', async (_, url) => {
  const whole = await robin.call({ url: `${url()}?limit=200` });
  expect(whole.body.nextCursor).toBeNull();
  expect(whole.body.items.length).toBeGreaterThan(1);
  const pages = await pagesOf(url());
  expect(pages.flat()).toEqual(whole.body.items);
  expect(pages.map((page) => page.length).slice(0, -1)).toEqual(pages.slice(1).map(() => 2));
  expect(await robin.call({ url: `${url()}?cursor=made-up` })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/query/cursor' }] },
  });
});

test('a cursor belongs to the list that gave it, and to its filters', async () => {
  const { body: other } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Other' } });
  for (const day of ['2026-04-01', '2026-04-02'])
    await robin.call({ url: `${vehicle}/events`, body: { type: 'note', date: day, data: { text: 'A' } } });
  const cursorOf = async (url: string) => (await robin.call({ url })).body.nextCursor as string;
  const [entries, shares] = [
    await cursorOf(`${vehicle}/timeline?limit=1&type=note`),
    await cursorOf(`${vehicle}/shares?limit=1`),
  ];
  const begun = (url: string) => robin.call({ url });
  expect(await begun(`${vehicle}/timeline?limit=5&type=note&cursor=${entries}`)).toMatchObject({
    status: 200,
    body: { items: [{ date: '2026-04-01' }], nextCursor: null },
  });
  expect(await begun(`${vehicle}/shares?cursor=${shares}`)).toMatchObject({ status: 200 });
  for (const url of [
    `${vehicle}/timeline?cursor=${entries}`,
    `${vehicle}/timeline?type=fuel&cursor=${entries}`,
    `/v1/vehicles/${other.id}/timeline?type=note&cursor=${entries}`,
    `/v1/timeline?type=note&cursor=${entries}`,
    `${vehicle}/exports?cursor=${shares}`,
    `/v1/vehicles?cursor=${shares}`,
  ])
    expect(await begun(url)).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer: '/query/cursor' }] },
    });
});

test.each([
  ['an event', () => event],
  ['its history', () => `${event}/history`],
  ['the feed', () => '/v1/feed'],
  ['imports', () => '/v1/imports'],
])('%s can be read after a position, and says how far it is', async (_, url) => {
  const { headPosition } = (await robin.call({ url: '/v1/feed' })).body;
  const { headers } = await robin.call({ url: `${url()}?min-position=${headPosition}` });
  expect(headers).toMatchObject({ 'odolog-position': String(headPosition) });
  expect(headers).not.toHaveProperty('odolog-stale');
  const ahead = { 'min-position': String(headPosition + 1) };
  expect((await robin.call({ url: url(), headers: ahead })).headers).toMatchObject({
    'odolog-stale': 'true',
  });
});

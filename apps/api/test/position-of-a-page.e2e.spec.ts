import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();

const note = (text: string) => ({ type: 'note', date: '2026-03-02', data: { text } });

interface Page {
  readonly position: number;
  readonly items: readonly { readonly id: string; readonly position: number; readonly derived: object }[];
}

test('a page of the timeline says up to where it knows the events, with what was derived from them', async () => {
  const page = (): Promise<Page> => at.read('timeline');
  await at.recordAll(fillUp('2026-03-01', 1000), fillUp('2026-03-02', 1500));
  const before = await page();
  // both are there, but what they came to is not: whoever goes on from here is told of them once more
  expect(before.items.map(({ derived }) => derived)).toEqual([{}, {}]);
  expect(before.position).toBe(0);
  await at.fold();
  const { headPosition } = (await at.robin.call({ url: '/v1/feed' })).body;
  const after = await page();
  expect(after.position).toBe(headPosition);
  expect(after.items[0]?.derived).toHaveProperty('economy');
  expect((await at.read('timeline?type=expense')).position).toBe(headPosition);
  expect((await at.read('timeline?asOf=2026-03-01')).position).toBe(headPosition);
});

test('while others write, no event up to the position of a page is missing in it', async () => {
  const writing = Array.from({ length: 40 }, (_, index) => note(`No. ${index}`));
  let isOver = false;
  const written = (async () => {
    for (const body of writing) {
      await at.record(body);
      await at.fold();
    }
    isOver = true;
  })();
  const pages: Page[] = [];
  while (!isOver) pages.push(await at.read('timeline?limit=200'));
  await written;
  const { items } = await at.read('timeline?limit=200');
  const missing = pages.flatMap((page) =>
    (items as Page['items']).filter(
      ({ id, position }) => position <= page.position && !page.items.some((item) => item.id === id),
    ),
  );
  expect(pages.length).toBeGreaterThan(5);
  expect(missing).toEqual([]);
});

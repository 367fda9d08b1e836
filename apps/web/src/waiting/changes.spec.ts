import { expect, it } from 'vitest';
import { tellSent } from './changes';
import type { Sent } from './send-waiting';

const sent = (tenantId: string, position: number) =>
  ({ entry: { tenantId }, recorded: { position } }) as unknown as Sent;

it('tells of each tenant the highest position, whichever was answered last', async () => {
  const window = new BroadcastChannel('odolog-waiting');
  const told = new Promise<unknown>((resolve) => {
    window.onmessage = ({ data }) => resolve(data);
  });
  tellSent([sent('home', 9), sent('work', 3), sent('home', 4)]);
  expect(await told).toEqual({
    reached: new Map([
      ['home', 9],
      ['work', 3],
    ]),
  });
  window.close();
});

import { describe, expect, it } from 'vitest';
import { economyOf, getFuelEconomy } from '../src/index.js';
import { aSpring } from './a-spring.js';

const spring = aSpring();
const { read } = spring;

describe('fuel economy', () => {
  it('lists segments newest first', async () => {
    const { segments } = await read((trx) => getFuelEconomy(trx, spring.vehicle));
    expect(segments).toEqual([
      expect.objectContaining({
        fromEventId: spring.events.closing.id,
        toEventId: spring.events.cheap.id,
        distanceM: 500_000,
        volumeMl: 30_000,
        status: 'closed',
        reason: null,
        lPer100Km: 6,
      }),
      expect.objectContaining({
        fromEventId: spring.events.anchor.id,
        toEventId: spring.events.closing.id,
        distanceM: 600_000,
        volumeMl: 45_000,
        lPer100Km: 7.5,
      }),
    ]);
  });

  it('says for each fill of a page how it did beside the average, or why it has no figure', async () => {
    const economies = await read((trx) =>
      economyOf(
        trx,
        Object.values(spring.events).map(({ id }) => id),
      ),
    );
    const said = Object.fromEntries(
      Object.entries(spring.events).map(([name, { id }]) => {
        const economy = economies.get(id);
        return [name, economy && [economy.segmentStatus, economy.reason, economy.comparedToAveragePercent]];
      }),
    );
    expect(said).toEqual({
      purchase: undefined,
      anchor: ['open', 'first-fill', undefined],
      partial: ['open', 'partial-fill', undefined],
      closing: ['closed', null, 10],
      cheap: ['closed', null, -12],
      trailing: ['open', 'partial-fill', undefined],
      typo: undefined,
      toll: undefined,
      reminder: undefined,
    });
    expect(economies.get(spring.events.cheap.id)?.range).toEqual({
      min: 60,
      max: 75,
      value: 60,
      average: expect.closeTo(68.18, 2),
    });
    expect(economies.get(spring.events.closing.id)?.range).toMatchObject({ min: 75, max: 75 });
  });
});

import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';

const at = atAVehicle();

test('a charge that is possible and yet odd is recorded with words about it, and one that cannot be is refused', async () => {
  const { body: vehicle } = await at.robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'ID.3', timeZone: 'Europe/Berlin', energies: ['electricity'] },
  });
  const url = `/v1/vehicles/${vehicle.id}/events`;
  const charge = (data: object) => ({
    type: 'charge',
    date: '2026-03-02',
    data: {
      added: { value: 30, unit: 'kWh' },
      startedAt: '2026-03-01T23:30:00Z',
      endedAt: '2026-03-02T04:00:00Z',
      charger: 'home',
      ...data,
    },
  });
  expect((await at.robin.call({ url, body: charge({}) })).body.warnings).toEqual([]);
  const odd = await at.robin.call({
    url,
    body: { ...charge({ drawn: { value: 29, unit: 'kWh' } }), date: '2026-03-05' },
  });
  expect(odd).toMatchObject({
    status: 201,
    body: {
      warnings: [
        { code: 'charge-gains-energy' },
        {
          code: 'charge-on-another-day',
          detail: 'The charge started on 2026-03-02, but is entered on 2026-03-05',
        },
      ],
    },
  });
  for (const [pointer, wrong] of [
    ['/data/endedAt', { endedAt: '2026-03-01T20:00:00Z' }],
    ['/data/endPercent', { startPercent: 80, endPercent: 20 }],
  ] as const)
    expect(await at.robin.call({ url, body: charge(wrong) })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer, code: 'backwards' }] },
    });
});

test('a charge is held to the battery of its vehicle, once that is said', async () => {
  const { body: vehicle } = await at.robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'Zoe', energies: ['electricity'], batteryWh: 52_000 },
  });
  expect(vehicle.batteryWh).toBe(52_000);
  const charge = (date: string, kWh: number) => ({
    url: `/v1/vehicles/${vehicle.id}/events`,
    body: {
      type: 'charge',
      date,
      data: { added: { value: kWh, unit: 'kWh' }, startedAt: `${date}T11:00:00Z`, charger: 'home' },
    },
  });
  expect((await at.robin.call(charge('2026-03-01', 50))).body.warnings).toEqual([]);
  expect((await at.robin.call(charge('2026-03-02', 80))).body.warnings).toEqual([
    {
      code: 'charge-above-capacity',
      detail: '80 kWh are more than the battery of 52 kWh has room for',
    },
  ]);
  const none = { method: 'PATCH', url: `/v1/vehicles/${vehicle.id}`, body: { batteryWh: 0 } } as const;
  expect(await at.robin.call(none)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
});

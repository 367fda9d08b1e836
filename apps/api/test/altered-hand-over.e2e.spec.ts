import { expect, test } from 'vitest';
import { samHandsOver } from './sam-hands-over.js';

const deal = samHandsOver();
const { aVehicle, offered, look, accept } = deal;

/** Below the triggers that refuse it. */
async function takeOutTheLastEvent(vehicleId: string): Promise<void> {
  await deal.on.database.admin().pool.query(
    `BEGIN; SET LOCAL session_replication_role = 'replica';
     DELETE FROM app.vehicle_events WHERE vehicle_id = '${vehicleId}'
        AND version = (SELECT max(version) FROM app.vehicle_events WHERE vehicle_id = '${vehicleId}'); COMMIT`,
  );
}

test('a history whose end was taken out is not handed over, and stays where it is', async () => {
  const vehicleId = await aVehicle();
  const { token } = await offered(vehicleId);
  await takeOutTheLastEvent(vehicleId);
  expect(await accept(deal.bea, token)).toMatchObject({ status: 409, body: { code: 'history-altered' } });
  expect((await look(token)).body.status).toBe('pending');
  expect((await deal.bea.call({ url: `/v1/vehicles/${vehicleId}` })).status).toBe(404);
  expect((await deal.sam.call({ url: `/v1/vehicles/${vehicleId}` })).body.handedOverAt).toBeNull();
});

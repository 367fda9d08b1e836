import { foldAll } from '@odolog/testing';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { aPerson, testApp, type Ask, type Person, type TestApp } from './test-app.js';

/** An application of the file's own, and before each of its tests a new vehicle of robin's, in Berlin. */
export function atAVehicle() {
  let on: TestApp;
  let robin: Person;
  let vehicle: string;
  const aVehicle = async (): Promise<string> => {
    const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
    return `/v1/vehicles/${body.id}`;
  };
  beforeAll(async () => {
    on = await testApp();
    robin = await aPerson(on.app);
    await robin.call({ method: 'PATCH', url: '/v1/me/preferences', body: { timeZone: 'Europe/Berlin' } });
  });
  beforeEach(async () => {
    vehicle = await aVehicle();
  });
  afterAll(() => on.close());
  const recordIn = async (address: string, ...events: object[]) => {
    const { body } = await robin.call({ url: `${address}/events:batch`, body: { events } });
    expect(body.refused).toBe(0);
    return body;
  };
  return {
    get on() {
      return on;
    },
    get robin() {
      return robin;
    },
    /** Its address. */
    get vehicle() {
      return vehicle;
    },
    /** Another one beside it. */
    aVehicle,
    record: (body: object, headers: Record<string, string> = {}) =>
      robin.call({ url: `${vehicle}/events`, body, headers }),
    /** Of which none may be refused. */
    recordAll: (...events: object[]) => recordIn(vehicle, ...events),
    recordIn,
    /** How a request of robin's is refused: its problem, and where the faults are. */
    refused: async (request: Ask) => {
      const { status, headers, body } = await robin.call(request);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
      const pointers = (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
      return { status, code: body.code, pointers };
    },
    read: async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body,
    fold: () => foldAll(on.database.as('odolog_worker')),
  };
}

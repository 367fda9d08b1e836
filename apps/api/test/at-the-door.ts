import { afterAll, beforeAll, expect } from 'vitest';
import { aPerson, testApp, type Ask, type Person, type TestApp } from './test-app.js';

export const fuel = {
  type: 'fuel',
  date: '2026-03-01',
  odometer: { value: 1000, unit: 'km' },
  data: { volume: { value: 40, unit: 'L' }, energy: 'petrol', fill: 'full' },
};

/** An application of the file's own, with a vehicle of robin's, and what is refused to them. */
export function atTheDoor() {
  let on: TestApp;
  let robin: Person;
  let vehicle: string;
  beforeAll(async () => {
    on = await testApp();
    robin = await aPerson(on.app);
    const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
    vehicle = `/v1/vehicles/${body.id}`;
  });
  afterAll(() => on.close());
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
    refused: async (request: Ask) => {
      const { status, headers, body } = await robin.call(request);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
      const pointers = (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
      return { status, code: body.code, pointers };
    },
  };
}

import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { ask, testApp } from './test-app.js';

const at = atAVehicle();

test('what goes wrong on our side is told without a detail', async () => {
  const admin = at.on.database.admin().pool;
  await admin.query('ALTER TABLE app.garages RENAME TO mislaid');
  const { status, body } = await at.robin.call({ url: '/v1/garages' });
  await admin.query('ALTER TABLE app.mislaid RENAME TO garages');
  expect(status).toBe(500);
  expect(body).toEqual({
    type: 'urn:odolog:problem:internal',
    title: expect.any(String),
    status: 500,
    code: 'internal',
    instance: '/api/v1/garages',
    traceId: expect.any(String),
  });
});

test('while the database is away, a client is told to come again', async () => {
  const { authDatabaseUrl } = at.on.resources.config;
  const apart = await testApp({
    apiDatabaseUrl: 'postgres://odolog_api:test@127.0.0.1:9/odolog',
    authDatabaseUrl,
  });
  const headers = { authorization: `Bearer ${at.robin.token}` };
  const { status, body, headers: answered } = await ask(apart.app, { url: '/v1/me', headers });
  await apart.close();
  expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
  expect(answered['retry-after']).toBe('1');
});

test('the trace that a caller is in goes on', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const { headers } = await at.robin.call({
    url: '/v1/me',
    headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
  });
  expect(headers['odolog-trace-id']).toBe(trace);
});

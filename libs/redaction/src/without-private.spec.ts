import { expect, it } from 'vitest';
import { withoutPrivate } from './without-private.js';

it.each([
  ['550 5.1.1 <kim.o+cars@mail.example.org>: unknown', '550 5.1.1 <[mail]>: unknown'],
  ['to kim!x@example.org and {b}@example.org', 'to [mail] and [mail]'],
  ['to kim@münchen.de', 'to [mail]'],
  [
    '{"password":"hunter2 and more","refresh_token": "abc"}',
    '{"password":"[hidden]","refresh_token": "[hidden]"}',
  ],
  ['the VIN WVWZZZ1JZXW000001 is taken', 'the VIN [vin] is taken'],
  ['the vin "wvwzzz1jzxw000001"', 'the vin "[vin]"'],
  ['Authorization: Bearer abc.def-123456', 'Authorization: Bearer [token]'],
  ['token eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln is over', 'token [token] is over'],
  ['key odo_3k9fQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sAhV3nQ8rT1x', 'key [key]'],
  ['cookie: odolog.session_token=abc123; theme=dark', 'cookie: odolog.session_token=[hidden]; theme=dark'],
  ['connect postgres://odolog_api:hunter2@db:5432/odolog', 'connect postgres://[credentials]@db:5432/odolog'],
  ['GET /reset-password?token=abc&x=1 failed', 'GET /reset-password?[query] failed'],
  ['GET /api/v1/timeline?q=WVWZZZ1JZXW000001', 'GET /api/v1/timeline?[query]'],
  ['at /transfers/AbCdEfGhIjKlMnOpQrStUvWxYz', 'at /transfers/[token]'],
  ['at /s/AbCdEfGhIjKlMnOpQrStUvWxYz', 'at /s/[token]'],
  [
    'GET /api/v1/calendars/018f3f5e-7c1a-7b2e-9d4c-0123456789ab/AbCdEfGhIjKlMnOpQrStUvWxYz.ics',
    'GET /api/v1/calendars/018f3f5e-7c1a-7b2e-9d4c-0123456789ab/[token].ics',
  ],
  ['at /invited/kim.o%2Bcars%40mail.example.org/now', 'at /invited/[mail]/now'],
  ['vin=WVWZZZ1JZXW000001&x', 'vin=[vin]&x'],
  ['at /vehicles/by-vin/wvwzzz1jzxw000001', 'at /vehicles/by-vin/[vin]'],
  ['after%20WVWZZZ1JZXW000001', 'after%20[vin]'],
  ['my_WVWZZZ1JZXW000001_car', 'my_[vin]_car'],
  ['at /api/v1/invitations/AbCdEfGhIjKlMnOpQrStUvWxYz', 'at /api/v1/invitations/[token]'],
])('%s', (line, without) => {
  expect(withoutPrivate(line)).toBe(without);
});

it.each([
  'at Router.handle (/srv/odolog/node_modules/@nestjs/core/router/router.js:12:34)',
  '{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","route":"/api/v1/vehicles/:vehicleId","status":404}',
  'tenant 018f3f5e-7c1a-7b2e-9d4c-0123456789ab waits',
  'internationalized',
  '12345678901234567',
])('leaves alone what names nobody: %s', (line) => {
  expect(withoutPrivate(line)).toBe(line);
});

it('leaves a line of JSON a line of JSON', () => {
  const line = JSON.stringify({ msg: 'for "kim@example.org" at /a?b=\\"c\\"', at: 'postgres://a:b@c' });
  expect(JSON.parse(withoutPrivate(line))).toMatchObject({ at: 'postgres://[credentials]@c' });
});

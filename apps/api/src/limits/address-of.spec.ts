import { expect, test } from 'vitest';
import { addressOf, isOfThisHouse, networkOf } from './address-of.js';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [undefined, '0.0.0.0'],
])('%s counts as %s', (ip, address) => {
  expect(addressOf({ ip })).toBe(address);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8:1:ffff::9', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
])('%s is of the network %s', (ip, network) => {
  expect(networkOf({ ip })).toBe(network);
});

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['::1', true],
  ['172.20.0.3', true],
  ['fd00:1::2', true],
  ['172.32.0.3', false],
  ['203.0.113.7', false],
  ['2001:db8::1', false],
  [undefined, false],
])('%s is of this house: %s', (ip, isOurs) => {
  expect(isOfThisHouse({ ip })).toBe(isOurs);
});

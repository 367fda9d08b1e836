import { expect, test } from 'vitest';
import { usefulScopes } from './useful-scopes';

test('a scope is offered when it opens something', () => {
  expect(usefulScopes(['vehicle.read', 'event.record', 'keys.manage'])).toEqual(['read', 'write']);
  expect(usefulScopes(['ops.read', 'ops.run', 'keys.manage'])).toEqual(['ops']);
  expect(usefulScopes(['keys.manage', 'members.manage'])).toEqual([]);
});

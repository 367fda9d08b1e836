import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

const circumstances = { nonce: 'bm9uY2U=', isSecure: true, isDevelopment: false };
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.split(' ', 1)[0] === name);

test('scripts run by the nonce of the answer alone', () => {
  const policy = contentSecurityPolicy(circumstances);
  expect(directive(policy, 'script-src')).toBe("script-src 'nonce-bm9uY2U=' 'strict-dynamic'");
  expect(directive(policy, 'object-src')).toBe("object-src 'none'");
  expect(directive(policy, 'base-uri')).toBe("base-uri 'none'");
  expect(policy).not.toContain('unsafe-eval');
});

test('what is unsafe inline is style attributes, and nothing else', () => {
  const unsafe = contentSecurityPolicy(circumstances)
    .split('; ')
    .filter((part) => part.includes('unsafe-inline'));
  expect(unsafe).toEqual(["style-src-attr 'unsafe-inline'"]);
});

test('no other page may hold this one in a frame', () => {
  expect(contentSecurityPolicy(circumstances)).toContain("frame-ancestors 'none'");
});

test('insecure requests are upgraded where people come by https, not on localhost', () => {
  expect(contentSecurityPolicy(circumstances)).toContain('upgrade-insecure-requests');
  expect(contentSecurityPolicy({ ...circumstances, isSecure: false })).not.toContain('upgrade');
});

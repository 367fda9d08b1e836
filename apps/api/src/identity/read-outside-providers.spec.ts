import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readOutsideProviders } from './read-outside-providers.js';

const recipe = path.resolve(
  import.meta.dirname,
  '../../../../docs/recipes/use-your-own-identity-provider.md',
);
const acme = { id: 'acme', name: 'Acme', issuer: 'https://id.acme.example', clientId: 'odolog' };

function read(given: unknown) {
  const bad = new Set<string>();
  const providers = readOutsideProviders('P', typeof given === 'string' ? given : JSON.stringify(given), bad);
  return { providers, bad: [...bad] };
}

test('what is left out is what most want: the usual scopes, no trust in addresses, no memberships', () => {
  expect(read([acme])).toEqual({
    providers: [{ ...acme, scopes: ['openid', 'profile', 'email'], trustsEmail: false, memberships: [] }],
    bad: [],
  });
});

test('a secret may stand in a file of its own', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'odolog-provider-')), 'secret');
  writeFileSync(file, 'from the file\n');
  expect(read([{ ...acme, clientSecretFile: file }]).providers[0]).toMatchObject({
    clientSecret: 'from the file',
  });
  expect(read([{ ...acme, clientSecretFile: '/nowhere' }]).bad).toEqual(['P/0/clientSecretFile']);
  writeFileSync(file, 'client-secret\n');
  expect(read([{ ...acme, clientSecretFile: file }]).bad).toEqual(['P/0/clientSecretFile']);
});

test.each<[string, unknown, string[]]>([
  ['that is no JSON', '[{', ['P']],
  ['that is no list', acme, ['P']],
  ['with an unknown field', [{ ...acme, secret: 'x' }], ['P/0']],
  ['without an issuer', [{ ...acme, issuer: undefined }], ['P/0']],
  ['with an issuer that is no address', [{ ...acme, issuer: 'acme' }], ['P/0/issuer']],
  ['with an id that cannot stand in an address', [{ ...acme, id: 'A C' }], ['P/0/id']],
  ['under which passwords are kept', [{ ...acme, id: 'credential' }], ['P/0/id']],
  ['that stands there twice', [acme, { ...acme, id: 'again' }], ['P/1/id']],
  ['of no use: neither for sign-in nor for tokens', [{ ...acme, clientId: undefined }], ['P/0']],
  ['with the secret of an example', [{ ...acme, clientSecret: 'client-secret' }], ['P/0/clientSecret']],
  [
    'that makes owners',
    [{ ...acme, memberships: [{ tenantClaim: 'org', defaultRole: 'owner' }] }],
    ['P/0/memberships/0/defaultRole'],
  ],
])('a list %s is refused by the name of its place', (_name, given, bad) => {
  expect(read(given).bad).toEqual(bad);
});

test('every example of the recipe can be used as it stands, but for its secret', () => {
  const examples = [...readFileSync(recipe, 'utf8').matchAll(/```json\n(.*?)```/gs)].map(
    ([, text = '']) => text,
  );
  expect(examples.length).toBeGreaterThanOrEqual(5);
  for (const text of examples) {
    const { bad } = read([JSON.parse(text)].flat());
    expect({ text, bad: bad.filter((name) => !name.endsWith('/clientSecretFile')) }).toEqual({
      text,
      bad: [],
    });
  }
});

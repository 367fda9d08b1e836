import type { OutsideProvider } from '@odolog/auth';
import { asForeignSecret } from '@odolog/environment';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { closed } from '../http/schema.js';

const Text = Type.String({ minLength: 1, maxLength: 500 });
const Url = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 500 });
const TenantId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const Role = Type.Enum(['manager', 'driver', 'viewer', 'maintainer']);

const Rule = closed({
  tenant: Type.Optional(TenantId),
  tenantClaim: Type.Optional(Text),
  tenants: Type.Optional(Type.Record(Type.String(), TenantId)),
  roleClaim: Type.Optional(Text),
  roles: Type.Optional(Type.Record(Type.String(), Role)),
  defaultRole: Type.Optional(Role),
});
const Provider = closed({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  name: Text,
  issuer: Url,
  jwksUrl: Type.Optional(Url),
  audience: Type.Optional(Text),
  clientId: Type.Optional(Text),
  clientSecret: Type.Optional(Text),
  clientSecretFile: Type.Optional(Text),
  scopes: Type.Optional(Type.Array(Text)),
  trustsEmail: Type.Optional(Type.Boolean()),
  memberships: Type.Optional(Type.Array(Rule)),
});
type Provider = Static<typeof Provider>;

const isProviders = new Ajv2020({ strict: true, allErrors: true }).compile<Provider[]>(Type.Array(Provider));
const usualScopes = ['openid', 'profile', 'email'];
/** Under these names accounts of the built-in provider are kept. */
const taken = ['credential', 'passkey'];

/**
 * Reads the list of identity providers elsewhere: JSON, as docs/recipes/use-your-own-identity-provider.md describes it.
 *
 * @param bad gets the name of every part that is not usable, never its value
 */
export function readOutsideProviders(
  name: string,
  text: string | undefined,
  bad: Set<string>,
): OutsideProvider[] {
  if (text === undefined) return [];
  const given = parse(text);
  if (!isProviders(given)) {
    for (const { instancePath } of isProviders.errors ?? []) bad.add(name + instancePath);
    return [];
  }
  for (const [at, provider] of given.entries()) {
    const others = given.slice(0, at);
    const isAgain = others.some(({ id, issuer }) => id === provider.id || issuer === provider.issuer);
    if (isAgain || taken.includes(provider.id)) bad.add(`${name}/${at}/id`);
    if (provider.clientSecret !== undefined && asForeignSecret(provider.clientSecret) === undefined)
      bad.add(`${name}/${at}/clientSecret`);
    if (provider.clientId === undefined && provider.audience === undefined) bad.add(`${name}/${at}`);
  }
  return given.map((provider, at) => complete(provider, () => bad.add(`${name}/${at}/clientSecretFile`)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function complete({ clientSecretFile, ...provider }: Provider, secretIsBad: () => void): OutsideProvider {
  const clientSecret = clientSecretFile ? readSecret(clientSecretFile, secretIsBad) : provider.clientSecret;
  return Object.freeze({
    ...provider,
    ...(clientSecret !== undefined && { clientSecret }),
    scopes: provider.scopes ?? usualScopes,
    trustsEmail: provider.trustsEmail ?? false,
    memberships: provider.memberships ?? [],
  } as OutsideProvider);
}

function readSecret(path: string, isBad: () => void): string | undefined {
  try {
    const secret = asForeignSecret(readFileSync(path, 'utf8').trim());
    if (secret === undefined) isBad();
    return secret;
  } catch {
    isBad();
    return undefined;
  }
}

import type { JSONWebKeySet } from 'jose';

const longestAnswerMs = 5_000;

/** What an issuer says about itself (OpenID Connect Discovery 1.0), as far as it is needed here. */
export interface Discovered {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly userinfo_endpoint?: string;
}

/** Where an issuer publishes what it says about itself. */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** @throws Error when the issuer does not answer, or answers for another issuer */
export async function discover(issuer: string): Promise<Discovered> {
  const found = await fetchJson<Partial<Discovered>>(discoveryUrl(issuer));
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
    throw new Error(`What ${new URL(issuer).host} publishes is not about the issuer that was asked for`);
  return found as Discovered;
}

/** The keys of an issuer, at an address that is known or else discovered each time: it may move. */
export async function fetchKeys({
  issuer,
  jwksUrl,
}: {
  issuer: string;
  jwksUrl?: string | undefined;
}): Promise<JSONWebKeySet> {
  return fetchJson<JSONWebKeySet>(jwksUrl ?? (await discover(issuer)).jwks_uri);
}

/** What an issuer says about the person that an access token speaks of. */
export async function fetchUserInfo(
  { userinfo_endpoint: url }: Discovered,
  accessToken: string | undefined,
): Promise<Record<string, unknown>> {
  if (url === undefined || accessToken === undefined) return {};
  return fetchJson(url, { authorization: `Bearer ${accessToken}` });
}

async function fetchJson<Answer>(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(longestAnswerMs),
  });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return (await response.json()) as Answer;
}

import { jwt } from 'better-auth/plugins/jwt';
import type { Pool } from 'pg';

const tokenLife = '15m';
const keyLifeSeconds = 30 * 24 * 60 * 60;
/** A key that signs no more is published until the last token that it signed is over. */
const keyRemainsSeconds = 60 * 60;

/** The tokens that a session gets for the API: whose they are, of which session, and the tenant where the person starts. */
export const issuedTokens = (pool: Pool, publicUrl: string) =>
  jwt({
    jwks: {
      keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' },
      rotationInterval: keyLifeSeconds,
      gracePeriod: keyRemainsSeconds,
    },
    jwt: {
      issuer: publicUrl,
      audience: publicUrl,
      expirationTime: tokenLife,
      definePayload: async ({ user, session }) => ({
        name: user.name,
        email: user.email,
        odolog_sid: session.id,
        tenant_id: await firstTenantOf(pool, user.id),
      }),
    },
  });

/** The tenant in which a person starts: one that a provider elsewhere puts them into, or that they have belonged to for longest. */
async function firstTenantOf(pool: Pool, userId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ tenant_id: string }>(
    'SELECT tenant_id FROM app.memberships_of($1) WITH ORDINALITY ORDER BY provided DESC, ordinality LIMIT 1',
    [userId],
  );
  return rows[0]?.tenant_id;
}

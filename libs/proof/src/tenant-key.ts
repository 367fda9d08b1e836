import type { Database, TenantTransaction } from '@odolog/db';
import { publicKey, sealHeader, type PublicKey, type SealClaims, type Signer } from '@odolog/verify';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { sql } from 'kysely';
import { decryptPrivateKey, encryptPrivateKey } from './private-key-cipher.js';

/** For whom, and who asks. */
export interface KeyRequest {
  readonly tenantId: string;
  readonly userId: string;
  /** The server's: what private keys are encrypted under. */
  readonly secret: string;
}

interface StoredKey {
  readonly publicKey: PublicKey;
  readonly privateKey: Buffer;
}

/** A key to sign with, and its public half. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  readonly key: Awaited<ReturnType<typeof importJWK>>;
}

/** What signs histories for a tenant. */
export async function tenantSigner(trx: TenantTransaction, request: KeyRequest): Promise<Signer> {
  const { publicKey: key, ...signing } = await signingKey(trx, request);
  return { key, sign: (claims) => sign(claims, key.kid, signing.key) };
}

/** A tenant's key in force. Its first one is made when it is first needed. */
export async function signingKey(trx: TenantTransaction, request: KeyRequest): Promise<SigningKey> {
  const stored = (await currentKey(trx, request.tenantId)) ?? (await makeKey(trx, request));
  const owner = { tenantId: request.tenantId, keyId: stored.publicKey.kid };
  const jwk = JSON.parse(decryptPrivateKey(request.secret, owner, stored.privateKey)) as JWK;
  return { publicKey: stored.publicKey, key: await importJWK(jwk, 'EdDSA') };
}

/**
 * Retires a tenant's key and makes another. What the old one sealed stays verifiable; nothing is sealed with it any more.
 *
 * @returns the new public key
 */
export async function replaceKey(trx: TenantTransaction, request: KeyRequest): Promise<PublicKey> {
  await trx
    .updateTable('tenantKeys')
    .set({ retiredAt: sql`now()` })
    .where('tenantId', '=', request.tenantId)
    .where('retiredAt', 'is', null)
    .execute();
  return (await makeKey(trx, request)).publicKey;
}

/** A tenant's public key by its id, for anyone; undefined when there is none. */
export async function findPublicKey({ kysely }: Database, keyId: string): Promise<PublicKey | undefined> {
  const { rows } = await sql<{ key: PublicKey | null }>`SELECT app.proof_key(${keyId}) AS key`.execute(
    kysely,
  );
  const key = rows[0]?.key;
  return key ? publicKey(key.x) : undefined;
}

function sign(
  claims: SealClaims,
  keyId: string,
  key: Awaited<ReturnType<typeof importJWK>>,
): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(sealHeader(keyId))
    .sign(key);
}

async function currentKey(trx: TenantTransaction, tenantId: string): Promise<StoredKey | undefined> {
  const row = await trx
    .selectFrom('tenantKeys')
    .select(['publicKey', 'privateKey'])
    .where('tenantId', '=', tenantId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  // jsonb keeps no order, and the file has one.
  return {
    publicKey: await publicKey((row.publicKey as unknown as PublicKey).x),
    privateKey: row.privateKey,
  };
}

/** Of two requests that both find none, the index lets one key in: both sign with that one. */
async function makeKey(trx: TenantTransaction, { tenantId, userId, secret }: KeyRequest): Promise<StoredKey> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const key = await publicKey(jwk.x ?? '');
  await trx
    .insertInto('tenantKeys')
    .values({
      tenantId,
      id: key.kid,
      publicKey: JSON.stringify(key),
      privateKey: encryptPrivateKey(secret, { tenantId, keyId: key.kid }, JSON.stringify(jwk)),
      createdBy: userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await currentKey(trx, tenantId);
  if (!stored) throw new Error('A tenant has no signing key right after one was made');
  return stored;
}

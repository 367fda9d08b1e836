import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, Integer, named, nullable, page, pageOf, Uuid, Version } from '../http/schema.js';

const ChainFault = named(
  'ChainFault',
  Type.Object({
    what: Type.Enum(['altered', 'missing', 'reordered']),
    version: Version,
    eventId: nullable(Uuid),
  }),
);

/** `unchanged`: every event is, byte for byte, what was recorded, and none is missing. */
export const ChainCheck = named(
  'ChainCheck',
  Type.Object({
    vehicleId: Uuid,
    checkedAt: Instant,
    version: Version,
    unchanged: Type.Boolean(),
    fault: nullable(ChainFault),
  }),
);
export type ChainCheck = Static<typeof ChainCheck>;

const Verification = named('Verification', Type.Object({ last: nullable(ChainCheck) }));

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hex' });
const Code = Type.String({ description: 'Verification code, such as K7QF-2M9X-4TRW' });
const KeyId = Type.String({ minLength: 43, maxLength: 43, description: 'RFC 7638 thumbprint' });

const issued = {
  code: Code,
  issuedAt: Instant,
  version: Version,
  chainHash: Sha256,
  keyId: KeyId,
  standsToday: Type.Boolean({ description: 'The history still begins with exactly these events' }),
};
const HistoryExports = pageOf('HistoryExports', Type.Object(issued));

/** What a stranger with a code may know: which vehicle it was, in words, and whether it still stands. */
export const IssuedProof = named(
  'IssuedProof',
  Type.Object({
    ...issued,
    vehicle: Type.Object({
      make: nullable(Type.String()),
      model: nullable(Type.String()),
      year: nullable(Integer),
    }),
    lastCheckedAt: nullable(Instant),
  }),
);
export type IssuedProof = Static<typeof IssuedProof>;

/** A JSON Web Key Set (RFC 7517) with the one key. */
const ProofKeys = named(
  'ProofKeys',
  Type.Object({
    keys: Type.Array(
      Type.Object({
        kty: Type.String(),
        crv: Type.String(),
        x: Type.String(),
        kid: KeyId,
        alg: Type.String(),
        use: Type.String(),
      }),
    ),
  }),
);

/** The file of a sealed history: see docs/history-file.md. */
const SealedHistory = named(
  'SealedHistory',
  Type.Object({
    format: Type.Literal('odolog-history/1'),
    vehicle: Type.Record(Type.String(), Type.Unknown()),
    events: Type.Array(
      Type.Object({
        version: Version,
        recordedAt: Instant,
        source: Type.String(),
        content: Type.Record(Type.String(), Type.Unknown()),
        contentHash: Sha256,
        chainHash: Sha256,
      }),
    ),
    manifest: Type.Object({
      vehicle: Type.String(),
      version: Version,
      chainHash: Sha256,
      records: Type.Array(Type.String()),
    }),
    key: Type.Record(Type.String(), Type.Unknown()),
    signature: Type.String({ description: 'Compact JWS over the digest of the manifest' }),
  }),
);

const one = Type.Object({ vehicleId: Uuid });
const tag = 'Proof';

export const getVerification = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/verification',
  operation: 'getVerification',
  tag,
  access: 'vehicle.read',
  summary: 'What the last check of the chain found',
  params: one,
  answers: { 200: Verification },
});
export const verifyVehicle = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/verification',
  operation: 'verifyVehicle',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Recompute every hash of the history now, and keep what was found',
  params: one,
  answers: { 200: ChainCheck },
});
export const exportHistory = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/exports',
  operation: 'exportHistory',
  tag,
  access: 'export.run',
  heedsVersion: true,
  summary: 'The whole history, sealed with the key of the tenant: a file that proves itself',
  params: one,
  answers: { 201: SealedHistory },
  problems: ['history-altered'],
});
export const listExports = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/exports',
  operation: 'listExports',
  tag,
  access: 'export.run',
  summary: 'Histories that were handed out, newest first',
  params: one,
  query: closed(page),
  answers: { 200: HistoryExports },
});
export const getProof = route({
  method: 'GET',
  path: '/v1/proofs/:code',
  operation: 'getProof',
  tag,
  access: 'public',
  summary: 'Whether the history behind a verification code still stands',
  params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
  answers: { 200: IssuedProof },
});
export const replaceProofKey = route({
  method: 'POST',
  path: '/v1/proof-keys',
  operation: 'replaceProofKey',
  tag,
  access: 'tenant.manage',
  summary: 'Seal with another key from now on; what the old one sealed stays verifiable',
  sends: ['Location'],
  answers: { 201: ProofKeys },
});
export const getProofKey = route({
  method: 'GET',
  path: '/v1/proof-keys/:keyId',
  operation: 'getProofKey',
  tag,
  access: 'public',
  summary: 'The public key by which sealed histories are verified',
  params: Type.Object({ keyId: KeyId }),
  answers: { 200: ProofKeys },
});

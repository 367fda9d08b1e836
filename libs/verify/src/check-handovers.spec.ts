import { beforeAll, describe, expect, test } from 'vitest';
import { aSigner, chained, signedBy, type KeyPair } from '../test/signer.js';
import {
  handoverDigests,
  handoverHeader,
  sayVerdict,
  transferSource,
  verifyHistory,
  writeHistory,
} from './index.js';
import type { HistoryRecord } from './index.js';

const vehicleId = '0198d2a4-6f3e-7c11-8a52-3f0e6b1d9c77';
const transferId = '0198d2a4-0000-7000-8000-0000000000aa';
const arrivalId = '0198d2a4-0000-7000-8000-0000000000bb';
const iat = 1_795_000_000;
const origin = { version: 9, chainHash: 'ab'.repeat(32) };
const contents = [1, 2, 3].map((at) => ({
  id: `0198d2a4-0000-7000-8000-00000000000${at}`,
  type: 'odometer',
  vehicleId,
}));

let [seller, keeper]: KeyPair[] = [];
beforeAll(async () => {
  [seller, keeper] = await Promise.all([aSigner(), aSigner()]);
});

const arrived = (records: readonly HistoryRecord[], at = '2024-02-03T04:05:06.000Z') =>
  records.map((record) => ({ ...record, source: transferSource(transferId, at) }));

/** The history of a keeper that begins with what a seller handed over, and stated. */
async function history(
  change: (came: readonly HistoryRecord[]) => readonly HistoryRecord[] = (came) => came,
) {
  const given = arrived(chained(vehicleId, contents));
  const claims = { iss: 'https://seller.example', iat, jti: transferId, sub: vehicleId, ...origin };
  const seal = await signedBy(seller!, handoverHeader(seller!.key), {
    ...claims,
    ...(await handoverDigests(given)),
  });
  return sealed(change(given), seal);
}

async function sealed(came: readonly HistoryRecord[], seal: string | undefined): Promise<string> {
  const arrival = { data: { origin, seal }, id: arrivalId, type: 'received', vehicleId };
  const chain = chained(vehicleId, [...came.map(({ content }) => JSON.parse(content) as object), arrival]);
  const records = chain.map((record, at) => ({ ...record, source: came[at]?.source ?? 'api' }));
  const issue = { iss: 'https://keeper.example', iat, jti: 'CODE', chainHash: records.at(-1)!.chainHash };
  return writeHistory({ vehicle: { id: vehicleId }, records }, issue, keeper!);
}

const verdictOn = (file: string) => verifyHistory(new Uint8Array(Buffer.from(file)));
const faulty = {
  ok: false,
  fault: { part: 'handover', what: 'altered', version: 4, eventId: arrivalId, line: 8 },
};

describe('a history that begins with a hand-over', () => {
  test('is held against what the former keeper stated', async () => {
    const verdict = await verdictOn(await history());
    const at = new Date(iat * 1000).toISOString();
    expect(verdict).toMatchObject({
      ok: true,
      handovers: [
        { version: 4, issuer: 'https://seller.example', at, keyId: seller!.key.kid, events: 3, proven: true },
      ],
    });
    expect(sayVerdict(verdict)).toContain(
      'event 4: 3 events before it are as their former keeper handed them over',
    );
  });

  test('whose events the keeper altered before sealing it is found', async () => {
    const altered = await history(([first, ...rest]) => [
      { ...first!, content: first!.content.replace('odometer', 'note') },
      ...rest,
    ]);
    expect(await verdictOn(altered)).toMatchObject({ ...faulty, fault: { ...faulty.fault } });
    expect(sayVerdict(await verdictOn(altered))).toBe(
      `CHANGED: the events before event 4 (${arrivalId}) are not those that were handed over, line 8`,
    );
  });

  test('to which the keeper gave other times of recording is found', async () => {
    expect(await verdictOn(await history((came) => arrived(came, '2020-01-01T00:00:00.000Z')))).toMatchObject(
      faulty,
    );
  });

  test('into which the keeper slipped an event of their own is found', async () => {
    const more = await history((came) => [
      ...came.slice(0, 2),
      { ...came[1]!, content: JSON.stringify({ id: 'x' }) },
      came[2]!,
    ]);
    expect(await verdictOn(more)).toMatchObject({ ok: false, fault: { part: 'handover', version: 5 } });
  });

  test('from which the keeper left one out proves nothing of the rest', async () => {
    expect(await verdictOn(await history((came) => came.slice(1)))).toMatchObject({
      ok: true,
      handovers: [{ events: 2, proven: false }],
    });
  });

  test('is still proven where it was handed on once more', async () => {
    const onwards = await history((came) =>
      came.map((record) => ({ ...record, source: transferSource(arrivalId, '2024-02-03T04:05:06.000Z') })),
    );
    expect(await verdictOn(onwards)).toMatchObject({ ok: true, handovers: [{ events: 3, proven: true }] });
  });

  test('with a statement by a key that is not the one it names is found', async () => {
    const claims = { iss: 'https://seller.example', iat, jti: transferId, sub: vehicleId, ...origin };
    const given = arrived(chained(vehicleId, contents));
    const forged = await signedBy(keeper!, handoverHeader(seller!.key), {
      ...claims,
      ...(await handoverDigests(given)),
    });
    expect(await verdictOn(await sealed(given, forged))).toMatchObject(faulty);
  });

  test('without the statement that it speaks of is found', async () => {
    const given = arrived(chained(vehicleId, contents));
    expect(await verdictOn(await sealed(given, undefined))).toMatchObject(faulty);
  });

  test('with a statement of before the key stood in it is told from one that is proven', async () => {
    const { jwk: _, ...header } = handoverHeader(seller!.key);
    const old = await signedBy(seller!, header, {
      iss: 'https://seller.example',
      iat,
      jti: transferId,
      sub: vehicleId,
      ...origin,
    });
    const given = arrived(chained(vehicleId, contents));
    expect(await verdictOn(await sealed(given, old))).toMatchObject({
      ok: true,
      handovers: [{ proven: false }],
    });
  });
});

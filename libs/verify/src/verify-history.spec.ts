import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aSigner, chained, genesisOf } from '../test/signer.js';
import { sayVerdict, verifyHistory, writeHistory, type Signer, type Verdict } from './index.js';

const vehicleId = '0198d2a4-6f3e-7c11-8a52-3f0e6b1d9c77';
const vehicle = { id: vehicleId, make: 'Daihatsu', model: 'Cuore', year: 2008, vin: 'JDAL251S000108841' };
const issue = { iss: 'https://odolog.example', iat: 1_795_000_000, jti: 'K7QF-2M9X-4TRW' };
const idOf = (version: number): string => `0198d2a4-0000-7000-8000-${String(version).padStart(12, '0')}`;
const contentsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    date: '2026-03-01',
    id: idOf(at + 1),
    notes: at % 2 ? 'Öl "5W-30",\\ gewechselt \u2028 \u{1F527}' : null,
    vehicleId,
  }));

let signer: Signer;
beforeAll(async () => {
  signer = await aSigner();
});

async function written(count: number, contents: readonly object[] = contentsOf(count)): Promise<string> {
  const records = chained(vehicleId, contents);
  const chainHash = records.at(-1)?.chainHash ?? genesisOf(vehicleId);
  return writeHistory({ vehicle, records }, { ...issue, chainHash }, signer);
}

async function writtenBy(another: Signer, count: number): Promise<string> {
  const records = chained(vehicleId, contentsOf(count));
  return writeHistory({ vehicle, records }, { ...issue, chainHash: records.at(-1)!.chainHash }, another);
}

const verdictOn = (file: string | Uint8Array, keys?: readonly string[]): Promise<Verdict> =>
  verifyHistory(new Uint8Array(Buffer.from(file)), keys);

/** The file with its lines of events put through something. */
async function rearranged(count: number, change: (events: string[]) => string[]): Promise<string> {
  const lines = (await written(count)).split('\n');
  const events = lines.slice(4, 4 + count).map((line) => line.replace(/,$/, ''));
  const commas = change(events).map((line, at, all) => (at < all.length - 1 ? `${line},` : line));
  return [...lines.slice(0, 4), ...commas, ...lines.slice(4 + count)].join('\n');
}

describe('a history that nobody touched', () => {
  test.each([0, 1, 3, 200])('of %i events is unchanged, and plain JSON', async (count) => {
    const file = await written(count);
    const { chainHash } = chained(vehicleId, contentsOf(count)).at(-1) ?? { chainHash: genesisOf(vehicleId) };
    expect(await verdictOn(file)).toEqual({
      ok: true,
      vehicle,
      events: count,
      chainHash,
      issuer: issue.iss,
      issuedAt: '2026-11-18T11:06:40.000Z',
      code: issue.jti,
      keyId: signer.key.kid,
      keyKnown: false,
      handovers: [],
    });
    expect(JSON.parse(file)).toMatchObject({
      format: 'odolog-history/1',
      vehicle,
      events: { length: count },
    });
  });

  test('is known to be the issuer’s by the issuer’s keys', async () => {
    const file = await written(2);
    expect(await verdictOn(file, ['another', signer.key.kid])).toMatchObject({ ok: true, keyKnown: true });
    expect(await verdictOn(file, ['another'])).toMatchObject({
      ok: false,
      fault: { part: 'key', what: 'foreign' },
    });
  });
});

/** Which part a byte of the file belongs to: an event by its version, another part by its name. */
function partOf(file: string, offset: number): string {
  const line = Buffer.from(file).subarray(0, offset).toString('latin1').split('\n').length - 1;
  const text = file.split('\n')[line] ?? '';
  const version = /^\{"version":(\d+)/.exec(text)?.[1];
  return version ? `event ${version}` : (/^"(vehicle|manifest|key|signature)"/.exec(text)?.[1] ?? 'layout');
}

function namedBy(verdict: Verdict): string {
  if (verdict.ok) return 'unchanged';
  return verdict.fault.part === 'event' ? `event ${verdict.fault.version}` : verdict.fault.part;
}

describe('one changed byte', () => {
  const changes = [(byte: number) => byte ^ 1, (byte: number) => byte ^ 0x20, () => 10, () => 0xff, () => 48];

  test('anywhere in a file is found, and the part that it stands in is named', async () => {
    await expectFound((offset) => [changes[offset % changes.length]!]);
  });

  test(
    'anywhere in a file is found in whatever way it was changed',
    { tags: ['thorough'], timeout: 120_000 },
    async () => {
      await expectFound(() => changes);
    },
  );

  async function expectFound(changesAt: (offset: number) => typeof changes): Promise<void> {
    const file = await written(3);
    const bytes = Buffer.from(file);
    const wrong: string[] = [];
    for (let offset = 0; offset < bytes.length; offset += 1) {
      for (const change of changesAt(offset)) {
        const altered = Buffer.from(bytes);
        altered[offset] = change(bytes[offset] ?? 0);
        if (altered[offset] === bytes[offset]) continue;
        const named = namedBy(await verdictOn(altered));
        if (named !== partOf(file, offset)) wrong.push(`${offset}: ${named}, not ${partOf(file, offset)}`);
      }
    }
    expect(wrong).toEqual([]);
  }

  test('anywhere in a larger file, whatever its events say, is found and named', async () => {
    const content = fc.record({ id: fc.uuid(), notes: fc.string({ unit: 'binary' }), km: fc.nat() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (contents, place, difference) => {
          const file = await written(contents.length, contents);
          const bytes = Buffer.from(file);
          const offset = place % bytes.length;
          bytes[offset] = (bytes[offset] ?? 0) ^ difference;
          expect(namedBy(await verdictOn(bytes))).toBe(partOf(file, offset));
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  test('that is gone or was put in is found', async () => {
    const bytes = Buffer.from(await written(2));
    for (let offset = 0; offset <= bytes.length; offset += 1) {
      const without = Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + 1)]);
      if (offset < bytes.length) expect((await verdictOn(without)).ok, `without ${offset}`).toBe(false);
      const more = Buffer.concat([bytes.subarray(0, offset), Buffer.from(' '), bytes.subarray(offset)]);
      expect((await verdictOn(more)).ok, `more at ${offset}`).toBe(false);
    }
  }, 120_000);
});

describe('a file that was cut off', () => {
  test('after any byte is found, and where it ends is said', async () => {
    const bytes = Buffer.from(await written(3));
    const lines = bytes.toString('latin1').split('\n').length;
    for (let length = 0; length < bytes.length; length += 1) {
      const verdict = await verdictOn(bytes.subarray(0, length));
      expect(verdict.ok, `cut off after ${length}`).toBe(false);
      if (!verdict.ok) expect(verdict.fault.line).toBeLessThanOrEqual(lines);
    }
  }, 120_000);

  test.each([
    ['before an event', '{"version":4', 4],
    ['within one', '"recordedAt":"2026', 1],
    ['behind one', ',\n{"version":3', 3],
  ])('%s names the first event that is not there as a whole', async (_where, at, version) => {
    const file = await written(5);
    expect(await verdictOn(file.slice(0, file.indexOf(at)))).toMatchObject({
      ok: false,
      fault: { part: 'event', what: 'missing', version, line: version + 4 },
    });
  });
});

test('the parts of another file in place of these are found', async () => {
  const [here, there] = [await written(3), await writtenBy(await aSigner(), 3)].map((file) =>
    file.split('\n'),
  );
  const partOfLine = { 9: 'signature', 10: 'signature' } as const;
  for (const [line, part] of Object.entries(partOfLine)) {
    const swapped = here!.with(Number(line), there![Number(line)]!).join('\n');
    expect(await verdictOn(swapped)).toMatchObject({ ok: false, fault: { part } });
  }
});

describe('events that were moved about', () => {
  test.each([1, 2, 5])('number %i is said to be missing', async (version) => {
    const file = await rearranged(5, (events) => events.toSpliced(version - 1, 1));
    expect(await verdictOn(file)).toMatchObject({
      ok: false,
      fault: { part: 'event', what: 'missing', version, eventId: null },
    });
  });

  test('two that changed places are out of order, the first of them named', async () => {
    const file = await rearranged(5, ([a = '', b = '', c = '', d = '', e = '']) => [a, d, c, b, e]);
    expect(await verdictOn(file)).toMatchObject({
      ok: false,
      fault: { part: 'event', what: 'reordered', version: 4, eventId: idOf(4) },
    });
  });

  test('one that stands there twice was added', async () => {
    const file = await rearranged(3, ([a = '', b = '', c = '']) => [a, b, b, c]);
    expect(await verdictOn(file)).toMatchObject({
      ok: false,
      fault: { what: 'added', version: 3, eventId: idOf(2) },
    });
  });
});

describe('a forger', () => {
  const forged = contentsOf(4).map((content) =>
    content.id === idOf(3) ? { ...content, date: '2020-01-01' } : content,
  );

  test('who makes all hashes anew is found by the signed digests, and the event named', async () => {
    const real = (await written(4)).split('\n');
    const fake = (await written(4, forged)).split('\n');
    const file = [...fake.slice(0, 8), ...real.slice(8)].join('\n');
    expect(await verdictOn(file)).toMatchObject({
      ok: false,
      fault: { part: 'event', what: 'altered', version: 3, eventId: idOf(3) },
    });
  });

  test('who seals it again with a key of their own is found by the issuer’s keys', async () => {
    const issuersKey = signer.key.kid;
    signer = await aSigner();
    const file = await written(4, forged);
    expect(await verdictOn(file)).toMatchObject({ ok: true, keyKnown: false });
    expect(await verdictOn(file, [issuersKey])).toMatchObject({
      ok: false,
      fault: { part: 'key', what: 'foreign' },
    });
  });

  test('who tampered with the store before the export is found by the chain', async () => {
    const records = chained(vehicleId, contentsOf(4));
    const tampered = records.with(1, { ...records[1]!, content: JSON.stringify(forged[2]) });
    const file = await writeHistory(
      { vehicle, records: tampered },
      { ...issue, chainHash: records[3]!.chainHash },
      signer,
    );
    expect(await verdictOn(file)).toMatchObject({
      ok: false,
      fault: { part: 'event', what: 'altered', version: 2 },
    });
  });
});

test('the verdict is said in a sentence that names the event', async () => {
  expect(sayVerdict(await verdictOn(await written(2)))).toBe(
    `unchanged: 2 events, sealed at 2026-11-18T11:06:40.000Z by key ${signer.key.kid}; compare it with https://odolog.example/api/v1/proof-keys/${signer.key.kid}. Verification code K7QF-2M9X-4TRW`,
  );
  const file = (await written(2)).replace('"notes":null', '"notes":true');
  expect(sayVerdict(await verdictOn(file))).toBe(`CHANGED: event 1 (${idOf(1)}) was altered, line 5`);
});

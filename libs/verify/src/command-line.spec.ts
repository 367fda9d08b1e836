import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSigner, chained } from '../test/signer.js';
import { verifyFromCommandLine } from './command-line.js';
import { writeHistory } from './index.js';

const vehicleId = '0198d2a4-6f3e-7c11-8a52-3f0e6b1d9c77';
interface Manifest {
  readonly bin: Readonly<Record<'odolog-verify', string>>;
}

let folder: string;
let history: string;
let keys: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odolog-verify-'));
  const signer = await aSigner();
  const records = chained(vehicleId, [{ id: vehicleId, notes: 'Rattles' }]);
  const issue = { iss: 'https://odolog.example', iat: 1, jti: 'CODE', chainHash: records[0]!.chainHash };
  history = await file(
    'history.json',
    await writeHistory({ vehicle: { id: vehicleId }, records }, issue, signer),
  );
  keys = await file('keys.json', JSON.stringify({ keys: [signer.key] }));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, content);
  return place;
}

test('ends with 0 for a history that is unchanged', async () => {
  expect(await verifyFromCommandLine([history, '--keys', keys])).toEqual({
    status: 0,
    says: 'unchanged: 1 events, sealed at 1970-01-01T00:00:01.000Z by a key that https://odolog.example publishes. Verification code CODE',
  });
});

test('runs as a command from the sources, since nothing is built when a command is linked', async () => {
  const script = fileURLToPath(new URL('../bin/odolog-verify.js', import.meta.url));
  const { bin } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;
  expect(path.resolve(script, '../..', bin['odolog-verify'])).toBe(script);
  const { stdout } = await promisify(execFile)(process.execPath, [script, history, '--keys', keys]);
  expect(stdout).toMatch(/^unchanged: 1 events/);
});

test('ends with 1 for one that was sealed by somebody else', async () => {
  const others = await file('others.json', JSON.stringify({ keys: [(await aSigner()).key] }));
  expect(await verifyFromCommandLine([history, '--keys', others])).toEqual({
    status: 1,
    says: 'CHANGED: the key is none that the issuer publishes, line 8',
  });
});

test.each([[[]], [['--help']], [['a', '--what']], [['a', '--keys']]])(
  'explains itself for %j',
  async (given) => {
    expect(await verifyFromCommandLine(given)).toMatchObject({
      status: 2,
      says: expect.stringMatching(/^Usage/),
    });
  },
);

test('says of a file of keys that holds none that it cannot be read', async () => {
  const none = await file('none.json', '{}');
  expect(await verifyFromCommandLine([history, '--keys', none])).toEqual({
    status: 2,
    says: `Cannot be read: ${none} is no JSON Web Key Set`,
  });
});

test('says of a file that is not there that it cannot be read', async () => {
  expect(await verifyFromCommandLine([path.join(folder, 'nothing.json')])).toMatchObject({
    status: 2,
    says: expect.stringMatching(/^Cannot be read/),
  });
});

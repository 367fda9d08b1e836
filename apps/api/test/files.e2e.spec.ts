import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, aPerson, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let vehicleId: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  vehicleId = (await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } })).body.id;
});
afterAll(() => on.close());

const receipt = Buffer.from('%PDF-1.7\nof a receipt');

interface Sent {
  readonly name?: string;
  readonly person?: Person;
  readonly key?: string;
}

function upload(content: Buffer, { name = 'receipt.pdf', person = robin, key }: Sent = {}): Promise<Reply> {
  const boundary = 'boundary-of-the-test';
  const opening = [
    `--${boundary}\r\ncontent-disposition: form-data; name="vehicleId"\r\n\r\n${vehicleId}\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
  ];
  return ask(on.app, {
    url: '/v1/files',
    body: Buffer.concat([Buffer.from(opening.join('')), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
  });
}

test('a file is kept as what its bytes say it is, and given back to be saved', async () => {
  const { status, body } = await upload(receipt, { name: '../Rechnung März.pdf' });
  expect(status).toBe(201);
  const sha256 = createHash('sha256').update(receipt).digest('hex');
  expect(body).toMatchObject({
    vehicleId,
    name: 'Rechnung März.pdf',
    mediaType: 'application/pdf',
    bytes: receipt.length,
    sha256,
  });
  const answer = await robin.call({ url: `/v1/files/${body.id}` });
  expect(answer).toMatchObject({
    status: 200,
    body: receipt.toString(),
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Rechnung M_rz.pdf"; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-cache',
      etag: `"${sha256}"`,
    },
  });
});

test('what a browser would run is not kept, whatever it calls itself, nor what is too large', async () => {
  const page = Buffer.from('<script>alert(1)</script>');
  expect(await upload(page, { name: 'photo.png' })).toMatchObject({
    status: 415,
    body: { code: 'file-type-not-allowed', errors: [{ pointer: '/file' }] },
  });
  const large = Buffer.concat([receipt, Buffer.alloc(10 * 1024 * 1024)]);
  expect(await upload(large)).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
});

test('under one key a file is kept once', async () => {
  const key = randomUUID();
  const [first, again] = [await upload(receipt, { key }), await upload(receipt, { key })];
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  const other = await upload(Buffer.from('%PDF-1.4 another'), { key });
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
});

test('nobody else finds it', async () => {
  const { body } = await upload(receipt);
  const neighbour = await aPerson(on.app);
  expect((await neighbour.call({ url: `/v1/files/${body.id}` })).status).toBe(404);
  expect((await upload(receipt, { person: neighbour })).status).toBe(404);
});

test('an event names files of its own vehicle, and no others', async () => {
  const { body: file } = await upload(receipt);
  const expense = (receiptId: string, fileIds: string[]) => ({
    type: 'expense',
    date: '2026-03-01',
    data: { category: 'toll', total: { amount: '9.00', currency: 'EUR' }, receiptId, fileIds },
  });
  const url = `/v1/vehicles/${vehicleId}/events`;
  const recorded = await robin.call({ url, body: expense(file.id, [file.id]) });
  const { id, name, mediaType, bytes } = file;
  expect(recorded).toMatchObject({
    status: 201,
    body: { event: { data: { receiptId: id }, files: [{ id, name, mediaType, bytes }] } },
  });
  const { body: page } = await robin.call({ url: `/v1/vehicles/${vehicleId}/timeline` });
  expect(page.items).toMatchObject([{ files: [{ id, name, mediaType, bytes }] }]);
  expect(await robin.call({ url, body: expense(file.id, [file.id, randomUUID()]) })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/data/fileIds/1', code: 'unknown-file' }] },
  });
  const other = (await robin.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
  const elsewhere = { url: `/v1/vehicles/${other}/events`, body: expense(file.id, []) };
  expect((await robin.call(elsewhere)).body.errors).toMatchObject([{ pointer: '/data/receiptId' }]);
});

test('a batch refuses the event that names a file which is not there, and takes the others', async () => {
  const { id } = (await upload(receipt)).body;
  const paper = (fileId: string) => ({
    type: 'document',
    date: '2026-03-03',
    data: { kind: 'invoice', title: 'Invoice', fileIds: [fileId] },
  });
  const { body } = await robin.call({
    url: `/v1/vehicles/${vehicleId}/events:batch`,
    body: { events: [paper(randomUUID()), paper(id)] },
  });
  expect(body.items).toMatchObject([
    {
      status: 'refused',
      problem: { errors: [{ pointer: '/events/0/data/fileIds/0', code: 'unknown-file' }] },
    },
    { status: 'recorded' },
  ]);
});

test('a vehicle is shown by a picture among its own files, until there is none', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('of the car')]);
  const { body: image } = await upload(png, { name: 'car.png' });
  const { body: paper } = await upload(receipt);
  const { body: other } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Polo' } });
  const show = (imageId: string | null, of = vehicleId) =>
    robin.call({ method: 'PATCH', url: `/v1/vehicles/${of}`, body: { imageId } });

  expect((await show(image.id)).body).toMatchObject({ imageId: image.id });
  const fault = (code: string) => ({ status: 422, body: { errors: [{ pointer: '/imageId', code }] } });
  expect(await show(paper.id)).toMatchObject(fault('file-type-not-allowed'));
  expect(await show(image.id, other.id)).toMatchObject(fault('unknown-file'));
  expect(await show(randomUUID())).toMatchObject(fault('unknown-file'));
  const { body } = await robin.call({ url: `/v1/vehicles/${vehicleId}` });
  expect(body).toMatchObject({ imageId: image.id, nickname: 'Cuore' });
  expect((await show(null)).body).toMatchObject({ imageId: null });
});

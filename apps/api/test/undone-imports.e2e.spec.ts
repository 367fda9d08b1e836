import { expect, test } from 'vitest';
import { sample, uploads } from './uploads.js';

const at = uploads();

test('an undo takes everything back, and the file can be imported again', async () => {
  const { body } = await at.upload(sample);
  const undone = await at.robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  expect(undone).toMatchObject({ status: 200, body: { status: 'undone', kept: [] } });
  const { headPosition } = (await at.robin.call({ url: '/v1/feed' })).body;
  expect(undone.body.position).toBe(headPosition);
  expect(await at.timeline()).toEqual([]);
  expect(await at.robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` })).toMatchObject({
    status: 409,
    body: { code: 'import-already-undone' },
  });
  expect((await at.upload(sample)).body).toMatchObject({ created: 3, duplicates: 0 });
  expect(await at.timeline()).toHaveLength(3);
});

test('an import and its undo heed the version that the client knows', async () => {
  const stale = await at.upload(sample, {}, { version: 7 });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version-conflict', currentVersion: 0 } });
  expect(await importsKept()).toBe(0);
  const { body } = await at.upload(sample, {}, { version: 0 });
  const url = `/v1/imports/${body.id}/undo`;
  const undo = (version: number) =>
    at.robin.call({ method: 'POST', url, headers: { 'if-match': `"${version}"` } });
  expect(await undo(2)).toMatchObject({ status: 412, body: { currentVersion: 3 } });
  expect(await undo(3)).toMatchObject({ status: 200, body: { status: 'undone' } });
});

test('an import that is refused for its version leaves nothing, and its key is free', async () => {
  const refused = await at.upload(sample, {}, { version: 7, key: 'refused once' });
  expect([refused.status, await importsKept()]).toEqual([412, 0]);
  const corrected = await at.upload(sample, { currency: 'EUR' }, { version: 0, key: 'refused once' });
  expect(corrected).toMatchObject({ status: 201, body: { status: 'done', created: 3 } });
});

test('one that was cut off before is not forgotten with a refusal: its events name it', async () => {
  const { body } = await at.upload(sample, {}, { key: 'cut off' });
  await at.robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  await at.on.database.admin().pool.query(
    `UPDATE app.imports SET answer = jsonb_set(answer, '{status}', '"interrupted"'), undone_at = NULL, undone_by = NULL
      WHERE id = $1`,
    [body.id],
  );
  expect((await at.upload(sample, {}, { version: 7, key: 'cut off' })).status).toBe(412);
  expect((await at.robin.call({ url: `/v1/imports/${body.id}` })).body.status).toBe('interrupted');
  // Nor does what another import brought in since count as its own.
  expect((await at.upload(sample)).body).toMatchObject({ created: 3 });
  expect((await at.upload(sample, {}, { version: 7, key: 'cut off' })).status).toBe(412);
});

async function importsKept(): Promise<number> {
  const { rows } = await at.on.database
    .admin()
    .pool.query('SELECT FROM app.imports WHERE vehicle_id = $1', [at.vehicleId]);
  return rows.length;
}

test('an undo under a key answers its repetition like the first time', async () => {
  const { body } = await at.upload(sample);
  const undo = () =>
    at.robin.call({
      method: 'POST',
      url: `/v1/imports/${body.id}/undo`,
      headers: { 'idempotency-key': `undo-${body.id}` },
    });
  const first = await undo();
  expect(first).toMatchObject({ status: 200, body: { status: 'undone' } });
  expect(await undo()).toMatchObject({ status: 200, body: first.body });
});

test('an undo that was cut off once its retractions were there is answered when it is asked for again', async () => {
  const { body } = await at.upload(sample);
  const undo = () =>
    at.robin.call({
      method: 'POST',
      url: `/v1/imports/${body.id}/undo`,
      headers: { 'if-match': '"3"' },
    });
  const { status, body: first } = await undo();
  expect(status).toBe(200);
  await at.on.database
    .admin()
    .pool.query('UPDATE app.imports SET answer = $2, undone_at = NULL, undone_by = NULL WHERE id = $1', [
      body.id,
      JSON.stringify(body),
    ]);
  const { undoneAt: _, ...answered } = first;
  expect(await undo()).toMatchObject({ status: 200, body: answered });
});

test('an import that may still append is not undone', async () => {
  const { body } = await at.upload(sample);
  const begun = (since: string) =>
    at.on.database
      .admin()
      .pool.query(
        `UPDATE app.imports SET answer = jsonb_set(answer, '{status}', '"interrupted"'), created_at = ${since} WHERE id = $1`,
        [body.id],
      );
  const undo = () => at.robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  await begun('now()');
  expect(await undo()).toMatchObject({ status: 409, body: { code: 'conflict' } });
  await begun("now() - interval '3 minutes'");
  expect((await undo()).status).toBe(200);
  expect(await at.timeline()).toEqual([]);
});

test('what a person corrected since stays when the import is undone, and counts as there', async () => {
  const { body } = await at.upload(sample);
  const [newest] = await at.timeline();
  const { id: _id, vehicleId: _vehicle, ...rest } = newest;
  const event = { type: rest.type, date: rest.date, odometer: rest.odometer, data: rest.data, notes: 'Mine' };
  const url = `/v1/vehicles/${at.vehicleId}/events/${newest.id}/corrections`;
  expect((await at.robin.call({ url, body: { reason: 'A note', event } })).status).toBe(201);
  expect((await at.upload(sample)).body).toMatchObject({ created: 0, duplicates: 3 });
  const undone = await at.robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  expect(undone.body.kept).toEqual([
    expect.objectContaining({ eventId: newest.id, code: 'corrected-since' }),
  ]);
  expect((await at.timeline()).map(({ notes }: { notes: string }) => notes)).toEqual(['Mine']);
});

test('an import of a deleted vehicle is hidden with it, and not undone behind its back', async () => {
  const { body } = await at.upload(sample);
  const url = `/v1/imports/${body.id}`;
  const vehicle = `/v1/vehicles/${body.vehicleId}`;
  const listed = async () =>
    (await at.robin.call({ url: '/v1/imports' })).body.items.map(({ id }: never) => id);
  expect(await listed()).toContain(body.id);
  await at.robin.call({ method: 'DELETE', url: vehicle });
  expect(await listed()).not.toContain(body.id);
  expect((await at.robin.call({ url })).status).toBe(404);
  expect((await at.robin.call({ method: 'POST', url: `${url}/undo` })).status).toBe(404);
  await at.robin.call({ method: 'POST', url: `${vehicle}/restore` });
  expect((await at.robin.call({ url })).body).toMatchObject({ status: 'done', created: 3 });
  expect(await at.timeline()).toHaveLength(3);
});

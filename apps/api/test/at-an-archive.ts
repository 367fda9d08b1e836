import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { inAFleet } from './in-a-fleet.js';
import { readZip } from './read-zip.js';
import type { Person } from './test-app.js';

/** A fleet as `inAFleet` makes it, what is put into it, and the archive of it. */
export function atAnArchive() {
  const fleet = inAFleet();
  const within = (person: Person) => ({
    authorization: `Bearer ${person.token}`,
    'x-tenant-id': fleet.tenantId,
  });
  return {
    fleet,
    url: '/v1/archive',
    within,
    aVehicle: async (person: Person, nickname: string, rest: object = {}): Promise<string> =>
      (await person.call({ url: '/v1/vehicles', body: { nickname, ...rest } })).body.id,
    record: async (person: Person, vehicleId: string, body: object): Promise<string> =>
      (await person.call({ url: `/v1/vehicles/${vehicleId}/events`, body })).body.event.id,
    /** By the owner's hand in the database: what comes through the door has no such name. */
    aFile: async (vehicleId: string, { name, content }: { name: string; content: Buffer }) => {
      const { rows } = await fleet.on.database.admin().pool.query<{ id: string }>(
        `INSERT INTO app.files (tenant_id, vehicle_id, name, media_type, bytes, sha256, content, created_by)
         VALUES ($1, $2, $3, 'application/pdf', $4, sha256($5), $5, $6) RETURNING id`,
        [fleet.tenantId, vehicleId, name, content.length, content, fleet.owner.userId],
      );
      return rows[0]!.id;
    },
    archiveOf: async (person: Person) => {
      const asked = { url: '/api/v1/archive', headers: within(person) };
      const { statusCode, headers: told, rawPayload } = await fleet.on.app.inject(asked);
      expect({ statusCode, type: told['content-type'] }).toEqual({
        statusCode: 200,
        type: 'application/zip',
      });
      const files = await readZip(rawPayload);
      const textOf = (name: string) =>
        files.get(name)?.toString() ?? `no ${name} among ${[...files.keys()].join()}`;
      return {
        name: told['content-disposition'],
        names: [...files.keys()],
        files,
        textOf,
        tenant: () => JSON.parse(textOf('tenant.json')),
        events: (folder: string): Record<string, string>[] =>
          parse(textOf(`${folder}/events.csv`), { bom: true, columns: true }),
      };
    },
  };
}

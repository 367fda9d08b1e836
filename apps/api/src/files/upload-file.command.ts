import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { createHash } from 'node:crypto';
import { requireAllowed } from '../access/require.js';
import { vehicleResource } from '../access/resource-of.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { fileName } from './content-disposition.js';
import { readFileRecord } from './file-records.js';
import type { StoredFile, uploadFile } from './files.contract.js';
import { mediaTypes, sniffMediaType } from './sniff-media-type.js';

const mostBytes = 10 * 1024 * 1024;

export class UploadFile extends Command<Answer<StoredFile>> {
  constructor(readonly call: CallOf<typeof uploadFile>) {
    super();
  }
}

/** Sent again under its key, a file is kept once. */
@CommandHandler(UploadFile)
export class UploadFileHandler implements ICommandHandler<UploadFile> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: UploadFile): Promise<Answer<StoredFile>> {
    const { caller, file } = call;
    const { vehicleId } = call.body;
    requireAllowed(caller, 'event.record', await vehicleResource(this.resources, caller, vehicleId));
    await recordableVehicle(this.resources, caller, vehicleId);
    if (!file) throw new Problem('malformed-request');
    const key = { tenantId: caller.tenantId, id: idFor(call) };
    const row = {
      ...key,
      vehicleId,
      createdBy: caller.userId,
      name: fileName(file.name),
      ...kept(file.bytes),
    };
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const inserted = await trx
        .insertInto('files')
        .values(row)
        .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
        .executeTakeFirst();
      const record = await readFileRecord(trx, key);
      const isFirst = inserted.numInsertedOrUpdatedRows === 1n;
      if (record.sha256 !== row.sha256.toString('hex') || record.vehicleId !== vehicleId)
        throw new Problem('idempotency-key-reused');
      return new Answer(isFirst ? 201 : 200, record, { location: `/api/v1/files/${record.id}` });
    });
  }
}

/** @throws Problem `body-too-large`, `file-type-not-allowed` */
function kept(content: Buffer) {
  if (content.length > mostBytes) throw new Problem('body-too-large', { detail: '10 MB at most' });
  const mediaType = sniffMediaType(content);
  if (!mediaType) {
    const detail = `Its content is none of ${mediaTypes.join(', ')}`;
    throw new Problem('file-type-not-allowed', {
      detail,
      errors: [{ pointer: '/file', code: 'file-type-not-allowed', detail }],
    });
  }
  const sha256 = createHash('sha256').update(content).digest();
  return { content, mediaType, bytes: content.length, sha256 };
}

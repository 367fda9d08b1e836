import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { attachmentNamed } from './content-disposition.js';
import { readFileContent } from './file-records.js';
import type { getFile } from './files.contract.js';

export class GetFile extends Query<Answer<Buffer>> {
  constructor(readonly call: CallOf<typeof getFile>) {
    super();
  }
}

@QueryHandler(GetFile)
export class GetFileHandler implements IQueryHandler<GetFile> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: GetFile): Promise<Answer<Buffer>> {
    const { tenantId } = caller;
    const { content, name, mediaType, sha256 } = await forTenant(this.resources.db, tenantId, (trx) =>
      readFileContent(trx, { tenantId, id: params.fileId }),
    );
    return new Answer(200, content, {
      'content-type': mediaType,
      'content-disposition': attachmentNamed(name),
      // what it is was found in its bytes: a browser is not to find anything else in them
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      // the right to it may be gone, or somebody else at the same browser, when it is asked for again
      'cache-control': 'private, no-cache',
      etag: `"${sha256}"`,
    });
  }
}

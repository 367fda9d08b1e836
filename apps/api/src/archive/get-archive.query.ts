import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { wholeTenant } from '@odolog/access';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { wordsIn } from '@odolog/words';
import type { Readable } from 'node:stream';
import { requireAllowed } from '../access/require.js';
import { attachmentNamed } from '../files/content-disposition.js';
import { Answer } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { callerStill } from '../identity/caller-of.js';
import type { Limit } from '../limits/limiter.js';
import { formatOf, preferencesOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getArchive } from './archive.contract.js';
import { archivedVehicle } from './archived-vehicle.js';
import { describeTenant } from './describe-tenant.js';
import { safeName } from './entry-names.js';
import { type ArchiveEntry, zipOf } from './zip-of.js';

/** Reads and seals all that a tenant has. */
const archives: Limit = { name: 'archives', times: 12, seconds: 60 * 60 };
/** For whoever asks again while one is on its way to them. */
const retryAfterSeconds = 30;

export class GetArchive extends Query<Answer<Readable>> {
  constructor(readonly call: CallOf<typeof getArchive>) {
    super();
  }
}

/** Everything of the tenant. Each person takes one at a time: nobody else waits for it. */
@QueryHandler(GetArchive)
export class GetArchiveHandler implements IQueryHandler<GetArchive>, OnModuleDestroy {
  private readonly underWay = new Map<string, Readable | 'beginning'>();

  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  /** Streams end before the server waits for its connections to. */
  onModuleDestroy(): void {
    for (const archive of this.underWay.values()) if (archive !== 'beginning') archive.destroy();
  }

  async execute({ call: { caller } }: GetArchive): Promise<Answer<Readable>> {
    const { userId, tenantId } = caller;
    if (this.underWay.has(userId)) throw new Problem('rate-limited', { retryAfterSeconds });
    this.underWay.set(userId, 'beginning');
    try {
      await this.resources.limiter.take(archives, userId);
      const { name, entries } = await begin(this.resources, caller);
      const archive = zipOf(entries);
      this.underWay.set(userId, archive);
      archive.once('close', () => this.underWay.delete(userId));
      archive.once('error', (error) =>
        this.resources.log.error({ err: error, tenantId }, 'archive broken off'),
      );
      return new Answer(200, archive, {
        'content-type': 'application/zip',
        'content-disposition': attachmentNamed(name),
        'cache-control': 'no-store',
      });
    } catch (error) {
      this.underWay.delete(userId);
      throw error;
    }
  }
}

/** What can be refused is refused here: afterwards an archive can only be broken off. */
async function begin(resources: Resources, caller: Caller) {
  const { tenantId, userId } = caller;
  const { locale } = await preferencesOf(resources, caller);
  const described = await forTenant(resources.db, tenantId, async (trx) => {
    const found = await describeTenant(trx, caller);
    const detail = { kind: 'everything', vehicles: found.vehicles.length };
    await recordAudit(trx, { tenantId, actorId: userId, action: 'export.made', detail });
    return found;
  });
  const madeAt = new Date();
  const name = `${safeName(described.tenant.name)} ${madeAt.toISOString().slice(0, 10)}.zip`;
  return { name, entries: entriesOf(resources, caller, { described, madeAt, locale }) };
}

interface Begun {
  readonly described: Awaited<ReturnType<typeof describeTenant>>;
  readonly madeAt: Date;
  readonly locale: string;
}

/** The right to it may be taken away on the way: then it goes no further. */
async function* entriesOf(
  resources: Resources,
  caller: Caller,
  { described, madeAt, locale }: Begun,
): AsyncGenerator<ArchiveEntry> {
  const { text } = wordsIn(locale);
  const format = await formatOf(resources, caller);
  const at = (name: string) => ({ name, modifiedAt: madeAt, isPacked: false });
  const { publicUrl } = resources.config;
  const said = {
    tenant: described.tenant.name,
    date: format.date(madeAt.toISOString().slice(0, 10)),
    verify: `${publicUrl}/verify`,
  };
  yield { ...at('README.txt'), content: [text('archive.readme', said)] };
  const tenant = {
    format: 'odolog-archive/1',
    issuer: publicUrl,
    madeAt: madeAt.toISOString(),
    ...described,
  };
  yield { ...at('tenant.json'), content: [`${JSON.stringify(tenant, null, 2)}\n`] };
  const notSealed = text('archive.notSealed');
  for (const vehicle of described.vehicles) {
    const still = await callerStill(resources, caller);
    requireAllowed(still, 'export.run', wholeTenant);
    yield* archivedVehicle(resources, { caller: still, vehicle, format, notSealed });
  }
}

import type { TenantTransaction } from '@odolog/db';
import type { TimelineItem } from '../timeline/timeline.contract.js';

type NamedFile = NonNullable<TimelineItem['files']>[number];

interface Naming {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is known of the pictures and papers that events name, by the event and in its order: one query, or none where nothing is named. */
export async function namedFilesOf(
  trx: TenantTransaction,
  events: readonly Naming[],
): Promise<ReadonlyMap<string, NamedFile[]>> {
  const named = events.flatMap(({ id, data }) =>
    Array.isArray(data['fileIds']) ? [{ id, fileIds: (data['fileIds'] as string[]).map(lowered) }] : [],
  );
  const fileIds = named.flatMap((each) => each.fileIds);
  if (fileIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'bytes'])
    .where((row) => row('id', '=', row.fn.any(row.val(fileIds))))
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(named.map((each) => [each.id, each.fileIds.flatMap((id) => known.get(id) ?? [])]));
}

const lowered = (id: string) => id.toLowerCase();

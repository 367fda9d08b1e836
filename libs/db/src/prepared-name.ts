import { createHash } from 'node:crypto';

/** The texts of a product are few; those of a search with many forms must not fill the servers' memory. */
const mostNames = 300;
const names = new Map<string, string>();

/** What changes its columns with the table would be refused once another version has migrated it. */
const asksForAllColumns = /\.\*|\b(select|returning)\s+\*/i;
const reads = /^\s*(select|with)\b/i;

/**
 * The name under which a connection keeps a query, the same for the same text; undefined for one that is not kept. Planning a
 * read of many tables costs more than running it: kept, it is planned once a connection.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames || !reads.test(text) || asksForAllColumns.test(text)) return undefined;
  const name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

import { createHash } from 'node:crypto';
import type { ImportFormat } from './import-format.js';
import type { Table } from './csv-table.js';

/**
 * A name for each row that it has again in every later export: SHA-256, hex, of what makes it that row. Neither its place in
 * the file nor what was declared counts; rows that are the same in everything are told apart by how many came before.
 */
export function fingerprints({ header, rows }: Table, format: ImportFormat): string[] {
  const identity = [...format.identity(header)].sort();
  const seen = new Map<string, number>();
  return rows.map(({ cells }) => {
    const content = JSON.stringify([format.name, ...identity.map((column) => cells[column])]);
    const ordinal = (seen.get(content) ?? 0) + 1;
    seen.set(content, ordinal);
    return createHash('sha256').update(`${content}#${ordinal}`).digest('hex');
  });
}

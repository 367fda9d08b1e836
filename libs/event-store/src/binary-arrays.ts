/**
 * PostgreSQL arrays in their binary form, one Buffer a column: the server parses no text and nothing is escaped.
 * Everything must be validated before: a value of the wrong length would shift into its neighbours.
 */
const oids = {
  bool: 16,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
} as const;
const millisecondsADay = 86_400_000;
/** 2000-01-01, from which PostgreSQL counts, in days and milliseconds since 1970. */
const epochDays = 10_957;
const epochMs = 946_684_800_000;

interface Column<Value> {
  readonly oid: number;
  readonly size: (value: Value) => number;
  readonly put: (buffer: Buffer, at: number, value: Value) => void;
}

export const uuids = column<string>({
  oid: oids.uuid,
  size: () => 16,
  put: (buffer, at, value) => buffer.write(value.replaceAll('-', ''), at, 16, 'hex'),
});
export const texts = column<string>({
  oid: oids.text,
  size: (value) => Buffer.byteLength(value),
  put: (buffer, at, value) => buffer.write(value, at),
});
export const jsonbs = column<string>({
  oid: oids.jsonb,
  size: (value) => 1 + Buffer.byteLength(value),
  put: (buffer, at, value) => {
    buffer[at] = 1;
    buffer.write(value, at + 1);
  },
});
export const booleans = column<boolean>({
  oid: oids.bool,
  size: () => 1,
  put: (buffer, at, value) => (buffer[at] = Number(value)),
});
export const smallints = column<number>({
  oid: oids.int2,
  size: () => 2,
  put: (buffer, at, value) => buffer.writeInt16BE(value, at),
});
export const integers = column<number>({
  oid: oids.int4,
  size: () => 4,
  put: (buffer, at, value) => buffer.writeInt32BE(value, at),
});
export const bigints = column<number>({
  oid: oids.int8,
  size: () => 8,
  put: (buffer, at, value) => buffer.writeBigInt64BE(BigInt(value), at),
});
/** YYYY-MM-DD */
export const dates = column<string>({
  oid: oids.date,
  size: () => 4,
  put: (buffer, at, value) => buffer.writeInt32BE(Date.parse(value) / millisecondsADay - epochDays, at),
});
/** RFC 3339, to the millisecond. */
export const instants = column<string>({
  oid: oids.timestamptz,
  size: () => 8,
  put: (buffer, at, value) => buffer.writeBigInt64BE(BigInt(Date.parse(value) - epochMs) * 1000n, at),
});

function column<Value>({ oid, size, put }: Column<Value>): (values: readonly (Value | null)[]) => Buffer {
  return (values) => {
    const sizes = values.map((value) => (value === null ? -1 : size(value)));
    const header = 20;
    const total = sizes.reduce((sum, bytes) => sum + 4 + Math.max(bytes, 0), header);
    const buffer = Buffer.allocUnsafe(total);
    buffer.writeInt32BE(1, 0); // one dimension
    buffer.writeInt32BE(sizes.includes(-1) ? 1 : 0, 4); // has nulls
    buffer.writeInt32BE(oid, 8);
    buffer.writeInt32BE(values.length, 12);
    buffer.writeInt32BE(1, 16); // lower bound
    let at = header;
    for (const [index, value] of values.entries()) {
      const bytes = sizes[index]!;
      buffer.writeInt32BE(bytes, at);
      at += 4;
      if (value === null) continue;
      put(buffer, at, value);
      at += bytes;
    }
    return buffer;
  };
}

import { Problem } from '@odolog/problems';
import type { FastifyRequest } from 'fastify';
// Brings `request.parts()` into the types.
import '@fastify/multipart';

/** A file that came with a form. */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: Upload | undefined;
}

/** What a form may hold: the rest of a larger one is never read. */
export const uploadLimits = {
  fileSize: 20 * 1024 * 1024,
  files: 1,
  fields: 20,
  fieldSize: 65_536,
  parts: 21,
};

/**
 * Reads a form with one file, part by part.
 *
 * @throws Problem `body-too-large` as soon as it is, `unsupported-media-type`, `malformed-request`, `validation-failed` where a
 *   field stands twice: which of both was meant, nobody knows
 */
export async function readUpload(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) throw new Problem('unsupported-media-type');
  // Said beforehand, it needs no reading.
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > uploadLimits.fileSize + 64 * 1024) throw new Problem('body-too-large');
  const fields: Record<string, unknown> = {};
  let file: Upload | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (Object.hasOwn(fields, part.fieldname)) throw repeated(part.fieldname);
        fields[part.fieldname] = whole(part.value, part.fieldname);
      } else if (part.fieldname === 'file')
        file = { name: whole(part.filename, 'file'), bytes: await part.toBuffer() };
      else throw new Problem('malformed-request', { detail: 'The file must stand in the part "file"' });
    }
  } catch (error) {
    throw refusalOf(error);
  }
  return { fields, file };
}

/**
 * The parser of forms puts U+FFFD in place of each letter that is not UTF-8, as older programs send them. Nobody types that sign: a
 * name or a declaration would keep for good what nobody wrote.
 */
function whole<Value>(text: Value, field: string): Value {
  if (typeof text !== 'string' || !text.includes('\uFFFD')) return text;
  throw new Problem('malformed-request', { detail: `What the part "${field}" says is not UTF-8` });
}

function repeated(field: string): Problem {
  const detail = 'This stands in the form more than once';
  return new Problem('validation-failed', { errors: [{ pointer: `/${field}`, code: 'repeated', detail }] });
}

/** What the parser of forms does not like is the form's fault; a limit says so by its status. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { statusCode } = error as { statusCode?: number };
  return new Problem(statusCode === 413 ? 'body-too-large' : 'malformed-request');
}

import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, Integer, named, Uuid } from '../http/schema.js';

const fields = { vehicleId: Uuid };

export const StoredFile = named(
  'StoredFile',
  Type.Object({
    id: Uuid,
    vehicleId: Uuid,
    name: Type.String(),
    mediaType: Type.String(),
    bytes: Integer,
    /** Hex. */
    sha256: Type.String(),
    createdAt: Instant,
  }),
);
export type StoredFile = Static<typeof StoredFile>;

const tag = 'Files';

export const uploadFile = route({
  method: 'POST',
  path: '/v1/files',
  operation: 'uploadFile',
  tag,
  access: 'event.record',
  onceBy: 'command',
  narrows: true,
  summary: 'Keep a picture or a PDF of a vehicle, to be named by its events; 10 MB at most',
  body: named('FileUpload', closed({ file: Type.String({ format: 'binary' }), ...fields })),
  bodyAtDoor: closed(fields),
  consumes: 'multipart',
  sends: ['Location'],
  answers: { 201: StoredFile, 200: StoredFile },
  problems: ['file-type-not-allowed'],
});
export const getFile = route({
  method: 'GET',
  path: '/v1/files/:fileId',
  operation: 'getFile',
  tag,
  access: 'vehicle.read',
  summary: 'A file as it was sent, to be saved',
  params: Type.Object({ fileId: Uuid }),
  produces: '*/*',
  sends: ['ETag'],
  answers: { 200: Type.String({ format: 'binary' }) },
});

import { eventTypes, recordingSchema, type Recording as AnyRecording } from '@odolog/events';
import Type from 'typebox';
import { named } from '../http/schema.js';

/** An event as a client sends it: which fields `data` has depends on `type`. */
export const Recording = named(
  'Recording',
  Type.Unsafe<AnyRecording>(
    Type.Union(
      eventTypes
        .filter(({ internal }) => !internal)
        .map((type) => named(`${capitalised(type.type)}Recording`, recordingSchema(type))),
    ),
  ),
);

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import { Problem } from '@odolog/problems';
import { decideRecording, localDateOf, type DecidedEvent, type RecordingRequest } from '@odolog/vehicle';

interface FlatRequest extends Omit<RecordingRequest, 'body'> {
  readonly type: string;
  /** What surrounds the data, and the data itself beside it; the date is today when missing. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Decides a recording whose data stands at the top of the body.
 * @throws what `decideRecording` throws, with faults that point to where the fields stand here
 */
export function decideFlat({ type, body, ...request }: FlatRequest): DecidedEvent {
  const { id, date = localDateOf(request.now, request.vehicle.timeZone), odometer, notes, ...data } = body;
  const recording = {
    type,
    date,
    data,
    ...(id !== undefined && { id }),
    ...(odometer !== undefined && { odometer }),
    ...(notes !== undefined && { notes }),
  };
  try {
    return decideRecording({ ...request, body: recording });
  } catch (error) {
    throw inFlat(error);
  }
}

/** What was thrown, with faults that point to where the fields stand in a body whose data stands at its top. */
export function inFlat(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const errors = (error.extras.errors ?? []).map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(/^\/data(?=\/)/, ''),
  }));
  return new Problem(error.code, { ...error.extras, errors });
}

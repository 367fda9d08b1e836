/**
 * Every error that Odolog tells a client about, by its stable code.
 * The codes are part of the HTTP contract: add, never rename. docs/problems.md is generated from this file.
 */
export const catalogue = {
  'validation-failed': { status: 422, title: 'The request does not match the schema' },
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'Sign in, or send a valid token' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-acceptable': { status: 406, title: 'No representation fits the Accept header' },
  conflict: { status: 409, title: 'The request conflicts with what is stored' },
  'version-conflict': { status: 412, title: 'The vehicle has changed since that version' },
  'body-too-large': { status: 413, title: 'The body is larger than allowed' },
  'unsupported-media-type': { status: 415, title: 'This content type is not understood' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not ready yet, try again shortly' },

  'idempotency-key-reused': { status: 409, title: 'This key or id was used for another content' },
  'odometer-out-of-order': { status: 409, title: 'The odometer does not fit between its neighbours' },
  'hours-out-of-order': { status: 409, title: 'The hours meter does not fit between its neighbours' },
  'amount-mismatch': { status: 422, title: 'Volume times unit price does not give the total' },
  'date-out-of-range': { status: 422, title: 'The date is outside the years that can be stored' },
  'currency-mismatch': { status: 422, title: 'Total and unit price are in different currencies' },
  'unknown-event-type': { status: 422, title: 'There is no such event type' },
  'event-superseded': {
    status: 409,
    title: 'The event has been corrected or retracted already: go on with what stands in its place',
  },
  'entry-of-another': {
    status: 403,
    title: 'Somebody else made this entry: they or a manager may change it',
  },
  'file-type-not-allowed': { status: 415, title: 'Files of this kind are not kept' },
  'nothing-to-undo': { status: 409, title: 'The event stands as it was recorded' },
  'vin-invalid': { status: 422, title: 'This cannot be a VIN' },
  'vin-taken': { status: 409, title: 'Another vehicle of yours has this VIN' },
  'last-owner': { status: 409, title: 'A tenant needs an owner: make someone else one first' },
  'last-way-in': { status: 409, title: 'Nothing else would sign you in: add a password or a passkey first' },
  'password-wrong': { status: 422, title: 'This is not the password of the account' },
  'already-member': { status: 409, title: 'This person is a member already' },
  'invitation-closed': { status: 410, title: 'The invitation does not hold any more' },
  'invitation-for-another-address': { status: 409, title: 'The invitation was sent to another address' },
  'vehicle-handed-over': {
    status: 409,
    title: 'The vehicle was handed over: what stays here is a copy to read',
  },
  'history-altered': {
    status: 409,
    title: 'The history differs from what was recorded, and is not sealed',
  },
  'transfer-closed': { status: 410, title: 'The offer does not hold any more' },
  'transfer-for-another-address': { status: 409, title: 'The vehicle was offered to another address' },
  'transfer-to-itself': { status: 409, title: 'The vehicle is there already: choose where else it goes' },
  'unknown-time-zone': { status: 422, title: 'There is no such time zone' },

  'reminder-closed': { status: 409, title: 'The reminder is done for good or dismissed' },
  'void-completes-nothing': { status: 422, title: 'A void reading completes no reminder' },

  'import-format-unknown': { status: 422, title: 'No known tracker writes files like this' },
  'import-file-torn': { status: 422, title: 'The file ends in the middle of a row or is not text' },
  'import-file-empty': { status: 422, title: 'The file holds no rows' },
  'import-file-too-long': { status: 422, title: 'The file holds more rows than are imported at once' },
  'import-declaration-missing': { status: 422, title: 'The file does not say this: declare it' },
  'import-declaration-contradicted': { status: 422, title: 'The file says otherwise than was declared' },
  'import-already-undone': { status: 409, title: 'The import has been undone already' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable problem code. */
export type ProblemCode = keyof typeof catalogue;

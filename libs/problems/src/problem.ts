import { catalogue, type ProblemCode } from './catalogue.js';

/** One fault in the input. `pointer` is an RFC 6901 JSON pointer into the request body. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** What a problem carries beside its code: RFC 9457 members and any extension. */
export interface ProblemExtras {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly [extension: string]: unknown;
}

/**
 * An outcome that the client caused or can act on. Thrown by decisions and handlers, rendered by the API as
 * application/problem+json (RFC 9457). Anything else that is thrown becomes `internal`.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
    /** A cause is for the log: no client is told of it. */
    options?: ErrorOptions,
  ) {
    super(extras.detail ?? catalogue[code].title, options);
    this.status = catalogue[code].status;
    this.title = catalogue[code].title;
  }
}

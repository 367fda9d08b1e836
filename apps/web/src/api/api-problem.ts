import type { Fault } from './schema.gen';

export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly [extension: string]: unknown;
}

/** A problem+json answer of the API, or the lack of any answer (`unreachable`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly body: ProblemBody) {
    super(body.detail ?? body.title);
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

/** Reads whatever a failed answer holds; a proxy's HTML page becomes `unavailable`. */
export function problemOf(body: unknown, status: number): ApiProblem {
  if (body && typeof body === 'object' && 'code' in body) return new ApiProblem(body as ProblemBody);
  return new ApiProblem({ code: 'unavailable', title: 'Odolog cannot be reached right now', status });
}

export const unreachable = (): ApiProblem =>
  new ApiProblem({ code: 'unreachable', title: 'No connection to Odolog', status: 0 });

/** What the server may say differently a little later: too much at once, or not well. */
export const isForLater = (status: number): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500;

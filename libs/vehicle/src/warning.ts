/** Something worth saying about a request that was accepted. */
export interface Warning {
  readonly code: string;
  readonly detail: string;
}

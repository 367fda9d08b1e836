/** From where a vehicle is looked at. Without either it is the present. */
export interface PointOfView {
  /** YYYY-MM-DD in the vehicle's zone: only what happened up to that day. */
  readonly asOf?: string | undefined;
  /** RFC 3339: what was recorded, corrected or retracted after it is as if it were not there. */
  readonly knownAt?: string | undefined;
}

/** A vehicle with the day on which it is looked at. */
export interface VehicleOnDay {
  readonly id: string;
  /** YYYY-MM-DD in the vehicle's zone. Whatever is dated later is not done, and no meter shows it yet. */
  readonly today: string;
}

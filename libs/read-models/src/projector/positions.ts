/** How far one projector has come in one tenant's events. */
export interface ProjectorPosition {
  readonly projector: string;
  readonly position: number;
  /** The tenant's last position: `headPosition - position` events are still to be folded. */
  readonly headPosition: number;
  readonly updatedAt: string;
  /** The event that this projector cannot fold. It waits there and tries again at `retryAt`; nothing is skipped. */
  readonly failure: ProjectorFailure | null;
  /** Set while a rebuild catches up beside the model that readers see. */
  readonly rebuild: { readonly position: number } | null;
}

/** Why a projector stands still. */
export interface ProjectorFailure {
  readonly eventId: string | null;
  readonly position: number;
  readonly message: string;
  readonly attempts: number;
  readonly retryAt: string;
}

/** How a wait for a position ended. */
export interface ReachedPosition {
  /** What every projector has reached. */
  readonly position: number;
  /** True when that is short of what was asked for. */
  readonly stale: boolean;
}

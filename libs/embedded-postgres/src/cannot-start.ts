/** The embedded PostgreSQL cannot run here. `message` says why, `whatToDo` what a person can do about it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(
    message: string,
    readonly whatToDo: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

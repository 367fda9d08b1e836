/** Why one row of a file stays out while the others come in. */
export class RowRefusal extends Error {
  override readonly name = 'RowRefusal';

  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** What a handler answers when the body alone does not say it. */
export class Answer<Body> {
  constructor(
    readonly status: number,
    readonly body: Body,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** Strong entity tag of a vehicle's version, for If-Match. */
export function etag(version: number): Record<string, string> {
  return { etag: `"${version}"` };
}

/** Of a vehicle: changes whenever an event is added to it, and whenever something else is said about it. */
export function vehicleEtag({
  version,
  revision,
}: {
  version: number;
  revision: number;
}): Record<string, string> {
  return { etag: `"${version}.${revision}"` };
}

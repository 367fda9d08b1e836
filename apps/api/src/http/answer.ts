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

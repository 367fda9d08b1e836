/** Whose pages a browser keeps: those of a person in one of their tenants. */
export interface Owner {
  readonly personId: string;
  readonly tenantId: string;
}

const kinds = { pages: 'pages ', fills: 'fills ' };
const nameOf = (kind: keyof typeof kinds, { personId, tenantId }: Owner) =>
  `${kinds[kind]}${personId} ${tenantId}`;

/** The cache of an owner's pages. There is one at most: an owner who comes takes the place of the one before. */
export const keptCacheName = (owner: Owner) => nameOf('pages', owner);
/** The cache of the latest fills of an owner's vehicles, by which a form is filled in. */
export const fillsCacheName = (owner: Owner) => nameOf('fills', owner);

/** The cache of pages that there is, or undefined while nobody's are kept. */
export async function currentKeptCache(): Promise<string | undefined> {
  return (await caches.keys()).find((name) => name.startsWith(kinds.pages));
}

/** Empties what is kept of persons, but for one owner's. Where a browser has no caches (without https) nothing is kept. */
export async function forgetKeptPages(butOf?: Owner): Promise<void> {
  if (!('caches' in globalThis)) return;
  const stay = butOf ? [keptCacheName(butOf), fillsCacheName(butOf)] : [];
  const kept = (await caches.keys()).filter((name) =>
    Object.values(kinds).some((kind) => name.startsWith(kind)),
  );
  await Promise.all(kept.filter((name) => !stay.includes(name)).map((name) => caches.delete(name)));
}

/** What a page asks of the service worker. */
export type Wish =
  | { readonly wish: 'keep'; readonly path: string; readonly owner: Owner }
  /** A new version is there: it may begin, unless another window still works with the old one. */
  | { readonly wish: 'take-over' };

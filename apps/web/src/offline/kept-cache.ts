/** Whose pages a browser keeps: those of a person in one of their tenants. */
export interface Owner {
  readonly personId: string;
  readonly tenantId: string;
}

const prefix = 'pages ';

/** The cache of an owner's pages. There is one at most: an owner who comes takes the place of the one before. */
export const keptCacheName = ({ personId, tenantId }: Owner) => `${prefix}${personId} ${tenantId}`;

/** The cache that there is, or undefined while nobody's pages are kept. */
export async function currentKeptCache(): Promise<string | undefined> {
  return (await caches.keys()).find((name) => name.startsWith(prefix));
}

/** Empties what is kept of pages, but for one owner's. Where a browser has no caches (without https) nothing is kept. */
export async function forgetKeptPages(butOf?: Owner): Promise<void> {
  if (!('caches' in globalThis)) return;
  const stays = butOf && keptCacheName(butOf);
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== stays);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** What a page asks of the service worker. */
export type Wish =
  | { readonly wish: 'keep'; readonly path: string; readonly owner: Owner }
  /** A new version is there: it may begin, unless another window still works with the old one. */
  | { readonly wish: 'take-over' };

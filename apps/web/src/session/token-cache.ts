interface Entry {
  readonly token: string;
  readonly expiresAt: number;
}

const entries = new Map<string, Entry>();
const mostEntries = 5_000;
/** A token that ends within this time is not worth starting a page with. */
const marginMs = 30_000;

/** The token of a session, exchanged once and kept in memory until shortly before it ends. `exchange` answers null without a session. */
export async function tokenFor(
  session: string,
  exchange: () => Promise<string | null>,
): Promise<string | null> {
  const known = entries.get(session);
  if (known && known.expiresAt - marginMs > Date.now()) return known.token;
  const token = await exchange();
  entries.delete(session);
  if (token === null) return null;
  if (entries.size >= mostEntries) entries.delete(entries.keys().next().value!);
  entries.set(session, { token, expiresAt: expiryOf(token) });
  return token;
}

/** A session that was ended elsewhere is asked about again. */
export function forgetToken(session: string): void {
  entries.delete(session);
}

/** When a JWT ends, in epoch milliseconds, read without verifying: the API verifies, we only cache. */
export function expiryOf(token: string): number {
  const payload = token.split('.')[1] ?? '';
  const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
  return (exp ?? 0) * 1000;
}

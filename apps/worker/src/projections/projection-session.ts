/**
 * The same connection, whose commits do not wait for the disk. A read model moves together with its checkpoint, so what a
 * crash takes back is folded again; the events themselves are always durable.
 */
export function projectionSession(connectionString: string): string {
  const url = new URL(connectionString);
  const options = url.searchParams.get('options');
  url.searchParams.set('options', [options, '-c synchronous_commit=off'].filter(Boolean).join(' '));
  return url.href;
}

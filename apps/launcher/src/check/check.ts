export async function check(_config: unknown): Promise<number> {
  return 0;
}

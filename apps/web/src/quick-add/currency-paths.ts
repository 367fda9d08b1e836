/** Where in the values of a form a currency stands. */
export function currencyPaths(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'currency' ? [`${path}.${key}`] : currencyPaths(child, `${path}.${key}`),
  );
}

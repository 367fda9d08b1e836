import type { ViewerFormat } from '@/format/viewer-format';

/** What every section of the page is written with. */
export interface SeenInstance {
  readonly format: ViewerFormat;
  readonly timeZone: string;
  readonly now: Date;
}

const steps = [
  [1_000_000_000, 'gigabyte'],
  [1_000_000, 'megabyte'],
  [1_000, 'kilobyte'],
] as const;

/** `3.2 GB`, in the viewer's language. */
export function bytesIn(locale: string, bytes: number): string {
  const [size, unit] = steps.find(([least]) => bytes >= least) ?? [1, 'byte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / size,
  );
}

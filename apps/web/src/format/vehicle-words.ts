import type { Vehicle } from '@/api/schema.gen';

/** "2012 Suzuki V-Strom 650": what is known of year, make, model and trim. */
export function describe({
  year,
  make,
  model,
  trim,
}: Pick<Vehicle, 'year' | 'make' | 'model' | 'trim'>): string {
  return [year, make, model, trim].filter(Boolean).join(' ');
}

import type { Vehicle } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';

/** What every picture of a vehicle is drawn with. */
export interface Seen {
  readonly vehicle: Vehicle;
  readonly format: ViewerFormat;
  readonly today: string;
  /** The first day that is drawn. */
  readonly since: string;
}

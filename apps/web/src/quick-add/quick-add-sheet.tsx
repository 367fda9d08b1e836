import type { Vehicle } from '@/api/schema.gen';
export default function QuickAddSheet(_: {
  onVehicle: (id: string) => void;
  vehicle: Vehicle;
  [k: string]: unknown;
}) {
  return null;
}

import { Activity, Bell, FileInput, Plus, Settings2, Table2, Warehouse, type LucideIcon } from 'lucide-react';
import type { Me } from '@/api/schema.gen';

interface Place {
  /** Of its words. */
  readonly name: 'garage' | 'reminders' | 'fleet' | 'import' | 'addVehicle' | 'operations' | 'settings';
  readonly href: string;
  readonly icon: LucideIcon;
  /** Without which the page is none for the person. */
  readonly needs?: Me['allowedSomewhere'][number];
}

/** The pages that the palette leads to. */
export const jumpPlaces: readonly Place[] = [
  { name: 'garage', href: '/', icon: Warehouse },
  { name: 'reminders', href: '/reminders', icon: Bell, needs: 'vehicle.read' },
  { name: 'fleet', href: '/fleet', icon: Table2, needs: 'vehicle.read' },
  { name: 'import', href: '/import', icon: FileInput, needs: 'import.run' },
  { name: 'addVehicle', href: '/vehicles/new', icon: Plus, needs: 'vehicle.manage' },
  { name: 'operations', href: '/operations', icon: Activity, needs: 'ops.read' },
  { name: 'settings', href: '/settings', icon: Settings2 },
];

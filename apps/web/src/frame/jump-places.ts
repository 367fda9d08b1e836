import type { Me } from '@/api/schema.gen';

interface Place {
  /** Of its words. */
  readonly name: 'garage' | 'reminders' | 'fleet' | 'import' | 'addVehicle' | 'operations' | 'settings';
  readonly href: string;
  /** Without which the page is none for the person. */
  readonly needs?: Me['allowedSomewhere'][number];
}

/** The pages that the palette leads to. */
export const jumpPlaces: readonly Place[] = [
  { name: 'garage', href: '/' },
  { name: 'reminders', href: '/reminders', needs: 'vehicle.read' },
  { name: 'fleet', href: '/fleet', needs: 'vehicle.read' },
  { name: 'import', href: '/import', needs: 'import.run' },
  { name: 'addVehicle', href: '/vehicles/new', needs: 'vehicle.manage' },
  { name: 'operations', href: '/operations', needs: 'ops.read' },
  { name: 'settings', href: '/settings' },
];

import { Car, FileDown, KeyRound, Link2, LogIn, Mail, UserRound, type LucideIcon } from 'lucide-react';
import type { AuditEntry } from '@/api/schema.gen';

type Area = AuditEntry['action'] extends `${infer Start}.${string}` ? Start : never;

const icons: Readonly<Record<Area, LucideIcon>> = {
  person: LogIn,
  member: UserRound,
  ownership: UserRound,
  'garage-role': UserRound,
  driver: Car,
  invitation: Mail,
  key: KeyRound,
  'proof-key': KeyRound,
  export: FileDown,
  share: Link2,
  'calendar-link': Link2,
  transfer: Car,
  vehicle: Car,
};

/** What kind of thing was done. */
export function DeedIcon({ action }: Pick<AuditEntry, 'action'>) {
  const Icon = icons[action.split('.', 1)[0] as Area];
  return (
    <span className="av" aria-hidden="true">
      <Icon className="i" />
    </span>
  );
}

import { ChevronRight, type LucideIcon } from 'lucide-react';
import Link from '@/ui/link';

export interface ListedPlace {
  readonly href: string;
  readonly Icon: LucideIcon;
  readonly title: string;
  readonly words: string;
}

/** Pages to go to, each with what it is for. */
export function PlaceList({ places }: { places: readonly ListedPlace[] }) {
  return (
    <ul className="list">
      {places.map(({ href, Icon, title, words }) => (
        <li key={href}>
          <span className="av" aria-hidden="true">
            <Icon className="i" />
          </span>
          <div>
            <h3>
              <Link href={href}>{title}</Link>
            </h3>
            <p>{words}</p>
          </div>
          <ChevronRight className="i muted" aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

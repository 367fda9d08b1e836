import type { ReactNode } from 'react';
import Link from '@/ui/link';
import { Logo } from './logo';
import { Silhouette } from './silhouette';

interface LonePageProps {
  readonly title: string;
  readonly words: string;
  /** Where the logo leads, if somewhere. */
  readonly home?: string;
  /** The way on. */
  readonly children: ReactNode;
}

/** A page that stands for another which cannot be shown: says so under an empty stage, and where to go. */
export function LonePage({ title, words, home, children }: LonePageProps) {
  return (
    <main className="lost">
      {home ? (
        <Link className="logo" href={home}>
          <Logo />
        </Link>
      ) : (
        <span className="logo">
          <Logo />
        </span>
      )}
      <div className="first">
        <div className="stage">
          <Silhouette kind="car" />
        </div>
        <div className="floor" />
      </div>
      <h1>{title}</h1>
      <p className="muted">{words}</p>
      {children}
    </main>
  );
}

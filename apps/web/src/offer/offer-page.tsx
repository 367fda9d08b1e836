import type { ReactNode } from 'react';
import type { Me } from '@/api/schema.gen';
import { MomentHere } from '@/format/moment-here';
import { viewerFormat } from '@/format/viewer-format';
import { LanguageChoice } from '@/i18n/language-choice';
import Link from '@/ui/link';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';

type Kind = Parameters<typeof Silhouette>[0]['kind'];

/** What a link in a message opens, for anyone: an offer, beside the vehicles that it is about. */
export function OfferPage({ vehicles, children }: { vehicles: readonly Kind[]; children: ReactNode }) {
  return (
    <main className="account">
      <div className="account__form">
        <p className="logo">
          <Logo />
        </p>
        {children}
        <LanguageChoice />
      </div>
      <div className="account__scene" aria-hidden="true">
        <div className="account__stage">
          {vehicles.map((kind) => (
            <Silhouette key={kind} kind={kind} cropped />
          ))}
        </div>
        <div className="floor" />
      </div>
    </main>
  );
}

/** What is offered, line by line. */
export function OfferFacts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="offer">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type OfferEndProps = { at: string; viewer: Pick<Me, 'preferences'> | null | undefined };

/** Until when it is open: by the day of whoever is signed in. */
export function OfferEnd({ at, viewer }: OfferEndProps) {
  if (!viewer) return <MomentHere at={at} />;
  const format = viewerFormat(viewer.preferences);
  return format.dayMonthYear(format.dayOf(at));
}

interface ClosedOfferProps {
  readonly title: string;
  readonly reason: string;
  readonly home: string;
}

/** Why there is nothing to accept any more, and the way on. */
export function ClosedOffer({ title, reason, home }: ClosedOfferProps) {
  return (
    <>
      <h1>{title}</h1>
      <p className="muted">{reason}</p>
      <Link className="btn btn--big" href="/">
        {home}
      </Link>
    </>
  );
}

import type { ReactNode } from 'react';
import { LanguageChoice } from '@/i18n/language-choice';
import { ForgetPages } from '@/offline/forget-pages';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';
import { WaitingHere } from '@/waiting/waiting-here';

/** The way in, and back in: a form beside the floor that the vehicles will stand on. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <main className="account">
      <div className="account__form">
        <p className="logo">
          <Logo />
        </p>
        {children}
        <LanguageChoice />
        <WaitingHere />
        <ForgetPages />
      </div>
      <div className="account__scene" aria-hidden="true">
        <div className="account__stage">
          <Silhouette kind="motorcycle" cropped />
          <Silhouette kind="estate" cropped />
        </div>
        <div className="floor" />
      </div>
    </main>
  );
}

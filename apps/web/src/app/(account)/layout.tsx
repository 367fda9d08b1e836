import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { isSignedIn } from '@/session/server-session';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';

/** Sign-in and sign-up: a form beside the floor that the vehicles will stand on. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  if (await isSignedIn()) redirect('/');
  return (
    <main className="account">
      <div className="account__form">
        <p className="logo">
          <Logo />
        </p>
        {children}
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

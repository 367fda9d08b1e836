import { ChevronLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { ReactNode } from 'react';

interface SettingsFrameProps {
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}

/** A page below the settings, with the way back to them on the phone. */
export function SettingsFrame({ title, words, children }: SettingsFrameProps) {
  const t = useTranslations('settings');
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/settings" aria-label={t('back')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>{title}</h1>
      </header>
      <div className="wrap wrap--form">
        <header className="head desk">
          <div>
            <h1>{title}</h1>
            <p>{words}</p>
          </div>
        </header>
        {children}
      </div>
    </>
  );
}

'use client';

import { Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { showTheme, type Theme } from './theme';

/** Switches between light and dark; the third choice, the system's, is in the settings. */
export function ThemeToggle({ theme }: { theme: Theme }) {
  const t = useTranslations('theme');
  const [shown, setShown] = useState(theme);

  function toggle() {
    const next = isDark(shown) ? 'light' : 'dark';
    showTheme(next);
    setShown(next);
    // The browser already shows the choice; that other devices learn of it may fail without a word.
    import('./tell-theme').then(({ tellTheme }) => tellTheme(next)).catch(() => undefined);
  }

  return (
    <button
      type="button"
      className="btn btn--quiet btn--icon theme-toggle"
      onClick={toggle}
      aria-label={t('toggle')}
    >
      <Moon className="i theme-toggle__moon" />
      <Sun className="i theme-toggle__sun" />
    </button>
  );
}

function isDark(theme: Theme): boolean {
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}

'use client';

import { rememberLanguage } from './language-cookie';
import { useRefresh } from '@/refresh/refresh';

interface LanguageButtonProps {
  readonly language: string;
  readonly name: string;
  readonly pressed: boolean;
}

export function LanguageButton({ language, name, pressed }: LanguageButtonProps) {
  const refresh = useRefresh();
  return (
    <button
      type="button"
      className="languages__one"
      lang={language}
      aria-pressed={pressed}
      onClick={() => {
        rememberLanguage(language);
        refresh();
      }}
    >
      {name}
    </button>
  );
}

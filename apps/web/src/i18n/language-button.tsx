'use client';

import { useRouter } from 'next/navigation';
import { rememberLanguage } from './language-cookie';

interface LanguageButtonProps {
  readonly language: string;
  readonly name: string;
  readonly pressed: boolean;
}

export function LanguageButton({ language, name, pressed }: LanguageButtonProps) {
  const router = useRouter();
  return (
    <button
      type="button"
      className="languages__one"
      lang={language}
      aria-pressed={pressed}
      onClick={() => {
        rememberLanguage(language);
        router.refresh();
      }}
    >
      {name}
    </button>
  );
}

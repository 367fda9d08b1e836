import { serviceTitle } from '@odolog/events';
import { useTranslations } from 'next-intl';

/** What a kind of work is called: the words of summaries, or its own where it is a person's own. */
export function useKindWords(): (kind: string) => string {
  // Keyed by what English says, so English itself has none.
  const said = useTranslations('said' as 'writes');
  return (kind) => {
    const title = serviceTitle(kind);
    return said.has(title as 'undo') ? said(title as 'undo') : title;
  };
}

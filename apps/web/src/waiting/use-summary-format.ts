import { formatFor, type Format } from '@odolog/events';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useViewer } from '@/format/viewer-context';

/** How summaries of entries are said to the viewer before the server has said them: measures and words as it will. */
export function useSummaryFormat(): Format {
  const { preferences } = useViewer();
  // Keyed by what English says, so English itself has none.
  const said = useTranslations('said' as 'writes');
  return useMemo(() => {
    const inEnglish = formatFor(preferences);
    return formatFor({
      ...preferences,
      say: (english, values) =>
        said.has(english as 'undo') ? said(english as 'undo', values) : inEnglish.say(english, values),
    });
  }, [preferences, said]);
}

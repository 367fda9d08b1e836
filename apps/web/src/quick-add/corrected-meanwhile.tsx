'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useProblemWords } from '@/ui/use-problem-words';
import { DiscardButton } from '@/waiting/discard-button';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import { standingIn } from './standing-in';
import { UnsentFiles, useIsHeld } from './unsent-files';

interface CorrectedMeanwhileProps {
  /** The correction that came second. */
  readonly waiting: WaitingEntry;
  /** Puts what was typed in the place of what stands now. */
  readonly onInstead: (standing: TimelineItem) => void;
  readonly onDiscarded: () => void;
}

/** Somebody has corrected or taken out the same entry meanwhile: who, why, what stands now, and the ways on. */
export function CorrectedMeanwhile({ waiting, onInstead, onDiscarded }: CorrectedMeanwhileProps) {
  const t = useTranslations('correctedMeanwhile');
  const problemWords = useProblemWords();
  const { format } = useViewer();
  const isHeld = useIsHeld();
  const { history = [], failure } = useHistory(waiting.corrects!.item);
  const standing = standingIn(history);
  const deed = standing ?? history.at(-1);
  const words = useRef<HTMLElement>(null);
  // On a phone it stands below the whole form.
  useEffect(() => {
    if (deed) words.current?.scrollIntoView({ block: 'nearest' });
  }, [deed]);
  return (
    <section className="prob" role="alert" ref={words}>
      <h3>
        <TriangleAlert className="i" />
        {t('title')}
      </h3>
      {failure !== undefined && <p>{problemWords(failure)}</p>}
      {deed && (
        <p>
          {t(standing ? 'corrected' : 'takenOut', {
            name: deed.recordedBy.name ?? t('somebody'),
            when: format.dayMonth(format.dayOf(deed.recordedAt)),
            summary: deed.summary,
            reason: deed.reason ?? '',
          })}
        </p>
      )}
      <div className="sheet__ft">
        {standing && (
          <button
            type="button"
            className="btn btn--go btn--big"
            disabled={isHeld}
            onClick={() => onInstead(standing)}
          >
            {t('instead')}
          </button>
        )}
        {standing && <UnsentFiles />}
        <DiscardButton
          entry={waiting}
          className={deed && !standing ? 'btn btn--go btn--big' : 'link sm'}
          onDiscarded={onDiscarded}
        >
          {t(standing ? 'keepTheirs' : 'discard')}
        </DiscardButton>
      </div>
    </section>
  );
}

interface Found {
  readonly history?: readonly TimelineItem[];
  readonly failure?: unknown;
}

function useHistory({ vehicleId, id }: TimelineItem): Found {
  const [found, setFound] = useState<Found>({});
  useEffect(() => {
    let wanted = true;
    const params = { path: { vehicleId, eventId: id } };
    answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/events/{eventId}/history', { params }))
      .then(({ items }) => wanted && setFound({ history: items }))
      .catch((failure: unknown) => wanted && setFound({ failure }));
    return () => {
      wanted = false;
    };
  }, [vehicleId, id]);
  return found;
}

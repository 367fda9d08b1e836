'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';

/** Takes back everything that a file brought. */
export function UndoImport({ importId }: { importId: string }) {
  const t = useTranslations('import');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [busy, setBusy] = useState(false);

  async function undo() {
    setBusy(true);
    try {
      const undone = await answer(
        browserApi.POST('/api/v1/imports/{importId}/undo', { params: { path: { importId } } }),
      );
      if (undone.position) rememberWrite(undone.position);
      toast({ words: t('undone') });
      refresh();
    } catch (error) {
      toast({ words: problemWords(error) });
    }
    setBusy(false);
  }

  return (
    <button type="button" className="btn list__act" disabled={busy} onClick={() => void undo()}>
      {t('undo')}
    </button>
  );
}

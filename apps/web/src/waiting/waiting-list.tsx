import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import { useQuickAdd } from '@/quick-add/quick-add-context';
import { Mark } from '@/ui/mark';
import { DiscardButton } from './discard-button';
import { isLeft, useShownEntries, type ShownEntry } from './shown-entries';
import { useRefusalWords } from './use-refusal-words';

/** The entries of this device that are not with the server: why, and what can be done about each. */
export default function WaitingList({ onClose }: { onClose: () => void }) {
  const t = useTranslations('waiting');
  const shown = useShownEntries().filter(isLeft);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog">
          <Dialog.Title>{t('title')}</Dialog.Title>
          <Dialog.Description className="muted">
            {shown.length > 0 ? t('words') : t('allSent')}
          </Dialog.Description>
          <ul className="waits__list">
            {shown.map((entry) => (
              <WaitingItem key={entry.entry.id} shown={entry} onOpen={onClose} />
            ))}
          </ul>
          <div className="dialog__ft">
            <Dialog.Close className="btn btn--tap">{t('close')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function WaitingItem({ shown: { entry, state }, onOpen }: { shown: ShownEntry; onOpen: () => void }) {
  const t = useTranslations('waiting');
  const { format } = useViewer();
  const refusalWords = useRefusalWords();
  const quickAdd = useQuickAdd();
  const { item, problem, vehicleName, files = [] } = entry;
  const names = files.map(({ file }) => file.name);

  function open() {
    onOpen();
    quickAdd.open({ waiting: entry });
  }

  return (
    <li>
      <Mark type={item.type} state="plain" />
      <div>
        <b>{item.summary}</b>
        <p className="sm muted">{[vehicleName, format.dayMonth(item.date), ...names].join(' · ')}</p>
        <p className={problem ? 'sm t-overdue' : 'sm muted'}>
          {problem ? refusalWords(problem) : t(state === 'sending' ? 'beingSent' : 'toBeSent')}
        </p>
        <div className="waits__ways">
          <button type="button" className={problem ? 'btn btn--go' : 'btn'} onClick={open}>
            {problem ? t('solve') : t('change')}
          </button>
          <DiscardButton entry={entry} className="btn btn--quiet">
            {t('discard')}
          </DiscardButton>
        </div>
      </div>
    </li>
  );
}

'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useProblemWords } from './use-problem-words';

interface FormDialogProps {
  readonly title: string;
  readonly words: string;
  /** On the button that does it, and on the one that leaves all as it is. */
  readonly labels: { readonly confirm: string; readonly cancel: string };
  /** Closes when it is done; what it throws is said in the dialog, which stays. */
  readonly onSubmit: (form: FormData) => Promise<unknown>;
  readonly onClose: () => void;
  /** The fields. A press beside them closes nothing: it would lose what was typed. */
  readonly children?: ReactNode;
}

/** Asks for what is needed to do one thing, does it, and says what to do when that is refused. */
export function FormDialog({ title, words, labels, onSubmit, onClose, children }: FormDialogProps) {
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    try {
      await onSubmit(new FormData(event.currentTarget));
      onClose();
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  }

  return (
    <Dialog.Root
      open
      disablePointerDismissal={children !== undefined}
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog.Portal>
        {/* Also over the form that it asks about. */}
        <Dialog.Backdrop forceRender className="veil" />
        <Dialog.Popup className="dialog">
          <Dialog.Title>{title}</Dialog.Title>
          <Dialog.Description className="muted">{words}</Dialog.Description>
          <form onSubmit={(event) => void submit(event)}>
            {children}
            <p role="alert" className="sm t-overdue">
              {problem}
            </p>
            <div className="dialog__ft">
              <button type="button" className="btn btn--tap" onClick={onClose}>
                {labels.cancel}
              </button>
              <button className="btn btn--go btn--tap" disabled={busy}>
                {labels.confirm}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

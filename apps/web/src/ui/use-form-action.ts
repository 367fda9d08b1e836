'use client';

import { useCallback, useState, type FormEvent } from 'react';
import { useAccountWords } from './use-account-words';

/** One form, one request: `send` gets the fields; what goes wrong is said at the form. */
export function useFormAction<Fields>(send: (fields: Fields) => Promise<unknown>) {
  const words = useAccountWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = event.currentTarget;
      setBusy(true);
      setProblem(undefined);
      send(Object.fromEntries(new FormData(form)) as Fields)
        .then(() => form.reset())
        .catch((error: unknown) => setProblem(words(error)))
        .finally(() => setBusy(false));
    },
    [send, words],
  );
  return { onSubmit, problem, busy };
}

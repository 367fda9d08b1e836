import { useCallback, useRef, useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';

const patienceMs = 150;
const firstYear = 1950;

/** Newest first: next year's models are sold this year. */
function modelYears(now = new Date()): string[] {
  const newest = now.getFullYear() + 1;
  return Array.from({ length: newest - firstYear + 1 }, (_, at) => String(newest - at));
}

/** What the catalogue knows that begins with what is typed. Suggestions help; without an answer one types on. */
export function useCatalogue() {
  const [makes, setMakes] = useState<readonly string[]>([]);
  const [models, setModels] = useState<readonly string[]>([]);
  const [years, setYears] = useState<readonly string[]>([]);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = useCallback((call: () => Promise<{ items: string[] }>, keep: (items: string[]) => void) => {
    clearTimeout(soon.current);
    soon.current = setTimeout(
      () =>
        void call()
          .then(({ items }) => keep(items))
          .catch(() => undefined),
      patienceMs,
    );
  }, []);

  const suggestMakes = useCallback(
    ({ currentTarget: { value: q } }: FormEvent<HTMLInputElement>) =>
      ask(() => answer(browserApi.GET('/api/v1/catalogue/makes', { params: { query: { q } } })), setMakes),
    [ask],
  );
  const suggestModels = useCallback(
    ({ currentTarget: { value: q, form } }: FormEvent<HTMLInputElement>) => {
      const make = saidIn(form, 'make');
      if (make === '') return;
      const query = { make, q, limit: 50 };
      ask(() => answer(browserApi.GET('/api/v1/catalogue/models', { params: { query } })), setModels);
    },
    [ask],
  );
  const suggestYears = useCallback(
    ({ currentTarget: { form } }: FormEvent<HTMLInputElement>) => {
      const query = { make: saidIn(form, 'make'), model: saidIn(form, 'model') };
      if (query.make === '' || query.model === '') return setYears(modelYears());
      const made = () => answer(browserApi.GET('/api/v1/catalogue/years', { params: { query } }));
      ask(made, (items) => setYears(items.length > 0 ? items : modelYears()));
    },
    [ask],
  );
  return { makes, models, years, suggestMakes, suggestModels, suggestYears };
}

function saidIn(form: HTMLFormElement | null, name: string): string {
  return form ? String(new FormData(form).get(name)).trim() : '';
}

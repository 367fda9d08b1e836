import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import type { Share } from '@/api/schema.gen';

/** What a link shows beside the entries, and for how many days it opens. */
export interface WantedShare {
  readonly expiresInDays: number;
  readonly contents: Share['contents'];
}

interface ShareFormProps {
  readonly onMake: (wanted: WantedShare) => void;
}

/** What an owner may leave out, as it stands in the form and in what it says later. */
export const shareContents = ['costs', 'notes', 'documents', 'vin'] as const;
const spans = [7, 14, 30, 90];

/** What the next link shows, and for how long. */
export function ShareForm({ onMake }: ShareFormProps) {
  const t = useTranslations('proof');
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onMake(wantedIn(new FormData(event.currentTarget)));
  };
  return (
    <form className="proof__tools" onSubmit={make}>
      <span className="proof__choices">
        {shareContents.map((content) => (
          <label key={content} className="proof__choice">
            <input type="checkbox" name={content} /> {t(`show.${content}`)}
          </label>
        ))}
      </span>
      <span className="proof__choices">
        <label className="proof__choice">
          {t('for')}
          <span className="inp inp--s">
            <select name="days" defaultValue={14}>
              {spans.map((days) => (
                <option key={days} value={days}>
                  {t('days', { days })}
                </option>
              ))}
            </select>
          </span>
        </label>
        <button type="submit" className="btn btn--go btn--tap">
          {t('makeLink')}
        </button>
      </span>
    </form>
  );
}

function wantedIn(form: FormData): WantedShare {
  return {
    expiresInDays: Number(form.get('days')),
    contents: {
      costs: form.has('costs'),
      notes: form.has('notes'),
      documents: form.has('documents'),
      vin: form.has('vin'),
    },
  };
}

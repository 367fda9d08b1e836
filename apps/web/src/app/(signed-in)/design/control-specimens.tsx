import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Specimen, Specimens } from './specimen';

const looks = ['', 'btn--go', 'btn--quiet', 'btn--big', 'btn--go btn--big'];

export function Buttons() {
  const t = useTranslations('design');
  return (
    <Specimens>
      {looks.map((look) => (
        <Specimen key={look} name={look || 'btn'}>
          <button type="button" className={`btn ${look}`}>
            {t('press')}
          </button>{' '}
          <button type="button" className={`btn ${look}`} disabled>
            {t('disabled')}
          </button>
        </Specimen>
      ))}
      <Specimen name="btn--icon">
        <button type="button" className="btn btn--icon" aria-label={t('press')}>
          <Plus className="i" />
        </button>
      </Specimen>
      <Specimen name="kbd">
        <kbd className="kbd">N</kbd>
      </Specimen>
    </Specimens>
  );
}

export function Chips() {
  const t = useTranslations('design');
  return (
    <Specimens>
      {[false, true].map((pressed) => (
        <Specimen key={String(pressed)} name={pressed ? t('pressed') : 'chip'}>
          <button type="button" className="chip" aria-pressed={pressed}>
            {t('press')} <span className="n">3</span>
          </button>
        </Specimen>
      ))}
      <Specimen name="seg">
        <div className="seg" role="group" aria-label={t('choice')}>
          <button type="button" aria-pressed="true">
            {t('first')}
          </button>
          <button type="button" aria-pressed="false">
            {t('second')}
          </button>
        </div>
      </Specimen>
    </Specimens>
  );
}

const tagLooks = ['', 'tag--line', 'tag--overdue', 'tag--soon', 'tag--good', 'tag--accent'];

export function Tags() {
  const t = useTranslations('design');
  return (
    <Specimens>
      {tagLooks.map((look) => (
        <Specimen key={look} name={look || 'tag'}>
          <span className={`tag ${look}`}>{t('tag')}</span>
        </Specimen>
      ))}
    </Specimens>
  );
}

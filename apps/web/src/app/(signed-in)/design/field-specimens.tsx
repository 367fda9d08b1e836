import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LabelLine } from '@/ui/label-line';
import { Specimen, Specimens } from './specimen';

const looks = ['', 'inp--focus', 'inp--calc', 'inp--bad', 'inp--s'];

export function Fields() {
  const t = useTranslations('design');
  return (
    <Specimens>
      {looks.map((look) => (
        <Specimen key={look} name={look || 'inp'}>
          <div className="field specimen__wide">
            <LabelLine of={`field-${look}`} hint={t('hint')}>
              {t('label')}
            </LabelLine>
            <span className={`inp ${look}`}>
              <input
                id={`field-${look}`}
                defaultValue="26.31"
                inputMode="decimal"
                aria-invalid={look === 'inp--bad'}
              />
              <span>L</span>
            </span>
            {look === 'inp--bad' && <p className="fault">{t('fault')}</p>}
          </div>
        </Specimen>
      ))}
      <Specimen name="select">
        <span className="inp inp--words specimen__wide">
          <select aria-label={t('choice')}>
            <option>{t('first')}</option>
            <option>{t('second')}</option>
          </select>
        </span>
      </Specimen>
      <Specimen name="search">
        <label className="search specimen__wide">
          <Search className="i i-sm" />
          <span className="sr">{t('search')}</span>
          <input type="search" placeholder={t('search')} />
        </label>
      </Specimen>
      {[true, false].map((checked) => (
        <Specimen key={String(checked)} name={checked ? 'toggle' : t('off')}>
          <label className="toggle specimen__wide">
            {t('label')}
            <input type="checkbox" className="sw" defaultChecked={checked} />
          </label>
        </Specimen>
      ))}
      <Specimen name="drop">
        <div className="drop specimen__wide">{t('drop')}</div>
      </Specimen>
    </Specimens>
  );
}

import { useTranslations } from 'next-intl';
import { LabelLine } from '@/ui/label-line';
import { RowSkeletons } from '@/ui/row-skeletons';
import { Specimen, Specimens } from './specimen';

const looks = ['', 'inp--calc', 'inp--bad', 'inp--s'];

export function Fields() {
  const t = useTranslations('design');
  return (
    <>
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
        <Specimen name="toggle">
          <label className="toggle specimen__wide">
            {t('label')}
            <input type="checkbox" className="sw" defaultChecked />
          </label>
        </Specimen>
      </Specimens>
      <RowSkeletons label={t('loading')} count={2} />
    </>
  );
}

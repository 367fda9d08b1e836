import { CloudOff, CloudUpload, Link2, SquarePen, Trash2, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Specimen, Specimens } from './specimen';

const menu = [SquarePen, Link2, Trash2];

/** What lies over a page, seen where it stands here. */
export function Floating() {
  const t = useTranslations('design');
  const waiting = useTranslations('waiting');
  return (
    <Specimens>
      <Specimen name="menu">
        <div className="menu">
          {menu.map((Icon, index) => (
            <div
              key={Icon.displayName}
              className="menu__item"
              {...(index === 0 && { 'data-highlighted': '' })}
            >
              <Icon className="i" />
              {t('press')}
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen name="dialog">
        <div className="dialog">
          <h3>{t('dialogTitle')}</h3>
          <p className="muted">{t('dialogWords')}</p>
          <div className="dialog__ft">
            <button type="button" className="btn btn--tap">
              {t('second')}
            </button>
            <button type="button" className="btn btn--go btn--tap">
              {t('first')}
            </button>
          </div>
        </div>
      </Specimen>
      <Specimen name="toast">
        <div className="toast">
          <span>{t('toast')}</span>
          <button type="button">{t('press')}</button>
        </div>
      </Specimen>
      <Specimen name="waits">
        <div className="waits">
          <CloudOff className="i" />
          <span>{waiting('offline')}</span>
        </div>
      </Specimen>
      <Specimen name="waits--alert">
        <div className="waits waits--alert">
          <TriangleAlert className="i" />
          <span>{waiting('someNeedYou', { count: 1 })}</span>
          <button type="button">{waiting('look')}</button>
        </div>
      </Specimen>
      <Specimen name={t('waitingTags')}>
        <span className="tag tag--line">
          <CloudUpload className="i" />
          {waiting('toBeSent')}
        </span>
        <span className="tag tag--overdue">
          <TriangleAlert className="i" />
          {waiting('needsYou')}
        </span>
      </Specimen>
    </Specimens>
  );
}

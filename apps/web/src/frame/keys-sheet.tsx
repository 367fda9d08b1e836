'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { Me } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { keyGroups, type Key } from './keys';

/** Every key that does something, by where it does it. */
export default function KeysSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('keys');
  const { allowed } = useViewer();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog keys">
          <div className="keys__hd">
            <Dialog.Title>{t('title')}</Dialog.Title>
            <Dialog.Close className="btn btn--quiet btn--icon" aria-label={t('close')}>
              <X className="i i-lg" />
            </Dialog.Close>
          </div>
          <div className="keys__bd">
            {keyGroups.map(({ group, keys }) => (
              <section key={group}>
                <h2 className="h3">{t(`groups.${group}`)}</h2>
                <dl>
                  {keys.filter(isFor(allowed)).map(({ pressed, does }) => (
                    <div key={does}>
                      <dt>
                        {pressed.map((key, index) => (
                          <Fragment key={index}>
                            {index > 0 && ' '}
                            <kbd className="kbd">{key}</kbd>
                          </Fragment>
                        ))}
                      </dt>
                      <dd>{t(`does.${does}`)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const isFor =
  (allowed: Me['allowedSomewhere']) =>
  ({ needs }: Pick<Key, 'pressed' | 'needs'>) =>
    !needs || allowed.includes(needs);

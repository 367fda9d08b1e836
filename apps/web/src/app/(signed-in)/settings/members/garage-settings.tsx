'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { Garage } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from './confirm-button';
import { LineForm } from './line-form';

/** What a garage is called, and its end; folded away, since it is seldom needed. */
export function GarageSettings({
  garage: { id: garageId, name },
  mayReopen,
}: {
  garage: Garage;
  /** Who manages one garage alone has no part in it any more once it is deleted. */
  mayReopen: boolean;
}) {
  const t = useTranslations('members');
  const { busy, run } = useAction();
  const toast = useToast();
  const params = { path: { garageId } };
  const rename = (given: string) =>
    run(
      () => answer(browserApi.PATCH('/api/v1/garages/{garageId}', { params, body: { name: given } })),
      t('renamed', { name: given }),
    );
  const reopen = () =>
    run(
      () =>
        answer(
          browserApi.POST('/api/v1/garages/{formerGarageId}/restore', {
            params: { path: { formerGarageId: garageId } },
          }),
        ),
      t('garageIsBack', { garage: name }),
    );
  async function close() {
    const isGone = await run(() => answer(browserApi.DELETE('/api/v1/garages/{garageId}', { params })));
    if (!isGone) return;
    const action = { label: t('undo'), run: async () => void (await reopen()) };
    toast({ words: t('garageDeleted', { garage: name }), ...(mayReopen && { action }) });
  }
  return (
    <details className="people__more">
      <summary>{t('changeGarage')}</summary>
      <LineForm
        key={name}
        name={`name-${garageId}`}
        label={t('garageName')}
        value={name}
        action={t('rename')}
        busy={busy}
        onSubmit={(given) => void rename(given)}
      />
      <div className="sec__acts">
        <ConfirmButton
          label={t('deleteGarage')}
          confirm={t('deleteGarageReally', { garage: name })}
          disabled={busy}
          onConfirm={() => void close()}
        />
      </div>
    </details>
  );
}

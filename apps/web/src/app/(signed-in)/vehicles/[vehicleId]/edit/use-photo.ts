import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { freshId } from '@/api/fresh-id';
import { uploadFile } from '@/quick-add/upload-file';
import { useFileFaultWords } from '@/quick-add/use-file-fault-words';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { shrunkPhoto } from './shrunk-photo';

/** Shows a vehicle by a photo, or by its drawing again; either is taken back for ten seconds. */
export function usePhoto({ id: vehicleId, imageId: before }: Pick<Vehicle, 'id' | 'imageId'>) {
  const t = useTranslations('vehicleForm.photo');
  const refresh = useRefresh();
  const toast = useToast();
  const faultWords = useFileFaultWords();
  const [busy, setBusy] = useState(false);

  async function show(imageId: string | null): Promise<void> {
    const params = { path: { vehicleId } };
    await answer(browserApi.PATCH('/api/v1/vehicles/{vehicleId}', { params, body: { imageId } }));
    refresh();
  }

  async function change(next: () => Promise<string | null>): Promise<void> {
    setBusy(true);
    try {
      const imageId = await next();
      await show(imageId);
      const undo = () => show(before).catch((error: unknown) => toast({ words: faultWords(error) }));
      toast({ words: t(imageId ? 'saved' : 'removed'), action: { label: t('undo'), run: undo } });
    } catch (error) {
      toast({ words: error instanceof DOMException ? t('notDrawn') : faultWords(error) });
    } finally {
      setBusy(false);
    }
  }

  async function sent(chosen: File): Promise<string> {
    const file = await shrunkPhoto(chosen);
    const { signal } = new AbortController();
    const { id } = await uploadFile(browserApi, { vehicleId, file, key: freshId(), signal });
    return id;
  }

  return {
    busy,
    choose: (chosen: File) => change(() => sent(chosen)),
    remove: () => change(() => Promise.resolve(null)),
  };
}

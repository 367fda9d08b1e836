import { useEffect, useEffectEvent, useRef, type ChangeEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { browserApi } from '@/session/browser-session';
import {
  asList,
  attachedFile,
  chosen,
  filePlaces,
  learn,
  listed,
  placeFor,
  type FilePlace,
} from './attached-files';
import { fetchKeptFile } from './fetch-kept-file';
import type { FormValues } from './form-values';
import { discarded, mayComeThrough, uploadFile } from './upload-file';

/** A field whose path is a text in a form of any type. */
const fieldOf = (place: FilePlace) => `data.${place}` as 'notes';

/**
 * The files of a form, whose keys stand in it. What is on its way is sent up one after another; what another vehicle had, from the
 * start. What fails stays, and is tried again when somebody says so, and when the browser has a connection or is looked at again.
 */
export function useAttachments(vehicleId: string, type: string) {
  const { setValue, getValues, watch } = useFormContext<FormValues>();
  const keysAt = (place: FilePlace) => listed(getValues(fieldOf(place)));
  const put = (place: FilePlace, keys: readonly string[], typed = false) =>
    setValue(fieldOf(place), asList(keys), { shouldDirty: typed });
  const watched = (place: FilePlace) => listed(watch(fieldOf(place)));
  const kept = [...watched('receiptId'), ...watched('fileIds')];
  const failed = watched('failed');
  const onTheWay = watched('onTheWay');
  const [next] = onTheWay;
  const sending = useRef<AbortController>(undefined);

  function keep(id: string) {
    const place = placeFor(type, getValues('data'));
    put(place, [...keysAt(place), id]);
  }

  const sendUp = useEffectEvent(async (key: string, signal: AbortSignal) => {
    const known = attachedFile(key);
    try {
      // Whoever comes back to the first vehicle has it kept there already.
      if (known.vehicleId === vehicleId) keep(key);
      else {
        // After a reload, it is only where it was kept.
        const file = known.file ?? (await fetchKeptFile(key, signal));
        learn(key, { file });
        const { id } = await uploadFile(browserApi, { vehicleId, file, key, signal });
        if (signal.aborted) return;
        learn(id, { file, vehicleId });
        keep(id);
      }
    } catch (fault) {
      if (signal.aborted) return;
      learn(key, { fault });
      put('failed', [...keysAt('failed'), key]);
    }
    put('onTheWay', without(keysAt('onTheWay'), key));
  });
  useEffect(() => {
    if (!next) return;
    const over = new AbortController();
    sending.current = over;
    void sendUp(next, over.signal);
    return () => over.abort();
  }, [next]);

  // What an entry that was made before names is kept for its vehicle.
  const ofVehicle = asList(kept);
  useEffect(() => {
    for (const id of listed(ofVehicle)) learn(id, { vehicleId });
  }, [ofVehicle, vehicleId]);

  function tryAgain(keys: readonly string[]) {
    put('failed', without(keysAt('failed'), ...keys));
    put('onTheWay', [...keysAt('onTheWay'), ...keys]);
  }
  const tryAllAgain = useEffectEvent(() => {
    const faultOf = (key: string) => attachedFile(key).fault;
    const again = keysAt('failed').filter((key) => faultOf(key) && mayComeThrough(faultOf(key)));
    if (again.length > 0) tryAgain(again);
  });
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    window.addEventListener('online', () => tryAllAgain(), { signal });
    // A phone that was put away let what was on its way lie.
    document.addEventListener('visibilitychange', () => document.hidden || tryAllAgain(), { signal });
    return () => over.abort();
  }, []);

  function add({ target }: ChangeEvent<HTMLInputElement>) {
    const files = [...(target.files ?? [])];
    target.value = '';
    put('onTheWay', [...keysAt('onTheWay'), ...files.map(chosen)]);
  }

  function remove(key: string) {
    // A form that is closed, or becomes one of another type, may leave it to somebody who asks for it in a moment. Here nobody will.
    if (key === next) sending.current?.abort(discarded);
    for (const place of filePlaces) {
      if (keysAt(place).includes(key)) put(place, without(keysAt(place), key), true);
    }
  }

  return { kept, failed, onTheWay, add, remove, tryAgain };
}

const without = (keys: readonly string[], ...gone: string[]): string[] =>
  keys.filter((key) => !gone.includes(key));

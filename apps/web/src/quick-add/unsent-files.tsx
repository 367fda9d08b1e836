import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { attachedFile, listed } from './attached-files';
import { holdingSave, isUnfit } from './files-to-send';
import type { FormValues } from './form-values';

/** Files that an entry which is saved now would go without, though they stand in its form. */
function useHolding() {
  const { watch } = useFormContext<FormValues>();
  const [failed, onTheWay] = [watch('data.failed' as 'notes'), watch('data.onTheWay' as 'notes')];
  const data = { failed, onTheWay };
  return { data, holding: holdingSave(data) };
}

export function useIsHeld(): boolean {
  return useHolding().holding.length > 0;
}

/** Why an entry cannot be saved yet. */
export function UnsentFiles({ id }: { id?: string }) {
  const t = useTranslations('files');
  const { data, holding } = useHolding();
  const stuck = holding.filter((key) => isUnfit(key, data) || listed(data.failed).includes(key));
  const isStuck = stuck.length > 0;
  const [first, ...others] = isStuck ? stuck : holding;
  if (!first) return null;
  const { name } = attachedFile(first).file ?? {};
  const which = {
    named: name === undefined ? 'no' : 'yes',
    name: name ?? '',
    count: others.length + 1,
  } as const;
  const said = stuck.every((key) => isUnfit(key, data)) ? 'waitsForUnfit' : 'waitsForFailed';
  return (
    <p id={id} className={isStuck ? 'unsent fault' : 'unsent hint'}>
      {t(isStuck ? said : 'waitsForSending', which)}
    </p>
  );
}

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { attachedFile, listed } from './attached-files';
import type { FormValues } from './form-values';
import { mayComeThrough } from './upload-file';

/** Files that an entry which is saved now would not name, though they stand in its form. */
function useUnsent() {
  const { watch } = useFormContext<FormValues>();
  return {
    failed: listed(watch('data.failed' as 'notes')),
    onTheWay: listed(watch('data.onTheWay' as 'notes')),
  };
}

export function useIsUnsent(): boolean {
  const { failed, onTheWay } = useUnsent();
  return failed.length + onTheWay.length > 0;
}

/** Why an entry cannot be saved yet. */
export function UnsentFiles({ id }: { id?: string }) {
  const t = useTranslations('files');
  const { failed, onTheWay } = useUnsent();
  const hasFailed = failed.length > 0;
  const [first, ...others] = hasFailed ? failed : onTheWay;
  if (!first) return null;
  const { name } = attachedFile(first).file ?? {};
  const which = {
    named: name === undefined ? 'no' : 'yes',
    name: name ?? '',
    count: others.length + 1,
  } as const;
  const isUnfit = !failed.some((key) => mayComeThrough(attachedFile(key).fault));
  return (
    <p id={id} className={hasFailed ? 'unsent fault' : 'unsent hint'}>
      {hasFailed ? t(isUnfit ? 'waitsForUnfit' : 'waitsForFailed', which) : t('waitsForSending', which)}
    </p>
  );
}

'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useQuickAdd } from './quick-add-context';

/** Opens the entry form: the bar's middle on the phone, a button with its key on the desktop. */
export function AddEntryButton({
  variant,
  hasVehicles = true,
}: {
  variant: 'bar' | 'head';
  hasVehicles?: boolean;
}) {
  const t = useTranslations('quickAdd');
  const router = useRouter();
  const quickAdd = useQuickAdd();
  const onClick = () => (hasVehicles ? quickAdd.open() : router.push('/vehicles/new'));
  if (variant === 'bar') {
    return (
      <button type="button" className="bar__add" onClick={onClick} aria-label={t('open')}>
        <Plus className="i i-lg" />
      </button>
    );
  }
  return (
    <button type="button" className="btn btn--go" onClick={onClick}>
      <Plus className="i" />
      {t('open')} <kbd className="kbd">N</kbd>
    </button>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Member } from '@/api/schema.gen';
import { LabelLine } from '@/ui/label-line';

interface PersonFilterProps {
  readonly people: readonly Pick<Member, 'id' | 'name'>[];
  readonly chosen: string | undefined;
}

/** Whose deeds are shown; where there is but one person there is nothing to choose. */
export function PersonFilter({ people, chosen }: PersonFilterProps) {
  const t = useTranslations('audit');
  const router = useRouter();
  if (people.length < 2) return null;
  return (
    <div className="field trail__whose">
      <LabelLine of="person">{t('whose')}</LabelLine>
      <span className="inp inp--words">
        <select
          id="person"
          value={chosen ?? ''}
          onChange={({ target: { value } }) =>
            router.push(
              value ? `/settings/audit?${new URLSearchParams({ person: value })}` : '/settings/audit',
            )
          }
        >
          <option value="">{t('everyone')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

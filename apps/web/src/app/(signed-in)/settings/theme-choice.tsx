'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { tellTheme } from '@/theme/tell-theme';
import { showTheme, themes, type Theme } from '@/theme/theme';

/** Light, dark, or as the system has it. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations('theme');
  const [chosen, setChosen] = useState(theme);

  function choose(next: Theme) {
    showTheme(next);
    setChosen(next);
    tellTheme(next).catch(() => undefined);
  }

  return (
    <RadioGroup
      className="seg seg--tall"
      aria-label={t('label')}
      value={chosen}
      onValueChange={(next) => choose(next as Theme)}
    >
      {themes.map((each) => (
        <Radio.Root key={each} value={each} nativeButton render={<button type="button" />}>
          {t(each)}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

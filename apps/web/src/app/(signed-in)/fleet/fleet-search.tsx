import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface FleetSearchProps {
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** By name, plate or driver, as one types. */
export function FleetSearch({ words, onSearch }: FleetSearchProps) {
  const t = useTranslations('fleet');
  return (
    <label className="search search--fleet">
      <Search className="i i-sm" />
      <span className="sr">{t('search')}</span>
      <input
        type="search"
        placeholder={t('searchHint')}
        value={words}
        onChange={(event) => onSearch(event.target.value)}
      />
    </label>
  );
}

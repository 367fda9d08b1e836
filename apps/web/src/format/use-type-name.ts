import { useTranslations } from 'next-intl';

/** What a type of entry is called; one that the messages do not know yet goes by its own name. */
export function useTypeName(): (type: string, where?: 'types' | 'typesInSentences') => string {
  const t = useTranslations();
  return (type, where = 'types') => {
    const key = `${where}.${type}` as 'types.fuel';
    if (t.has(key)) return t(key);
    return type[0]!.toUpperCase() + type.slice(1).replaceAll('-', ' ');
  };
}

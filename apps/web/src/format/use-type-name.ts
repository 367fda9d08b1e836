import { useTranslations } from 'next-intl';

/** What a type of entry is called; one that the messages do not know yet goes by its own name. */
export function useTypeName(): (type: string) => string {
  const t = useTranslations('types');
  return (type) => {
    const key = type as 'fuel';
    if (t.has(key)) return t(key);
    return type[0]!.toUpperCase() + type.slice(1).replaceAll('-', ' ');
  };
}

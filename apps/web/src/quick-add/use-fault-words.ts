import { useTranslations } from 'next-intl';
import type { FaultWords } from './resolve-recording';

/** A fault by its code in our words, or as the validator says it. */
export function useFaultWords(): FaultWords {
  const t = useTranslations('faults');
  return ({ code, detail }) => (t.has(code as 'missing') ? t(code as 'missing') : detail);
}

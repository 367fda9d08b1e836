import { useTranslations } from 'next-intl';

/** Why an entry has no figure of economy. Who charges fills no tank: it is said in words of its own. */
export function useReasonWords(isCharge: boolean): (reason: string) => string {
  const t = useTranslations(isCharge ? 'chargeReason' : 'economyReason');
  return (reason) => (t.has(reason as 'open') ? t(reason as 'open') : reason);
}

import { Problem, type Rule } from '@odolog/problems';

/** A locale is a language tag: Problem `validation-failed`. */
export const knownLocale: Rule<{ readonly locale?: string | undefined }> = {
  reads: ['/locale'],
  check: ({ locale }) => refuseUnknownLocale(locale),
};

/** @throws Problem `validation-failed` for what is no language tag (BCP 47) */
export function refuseUnknownLocale(tag: string | undefined): void {
  if (tag === undefined) return;
  try {
    Intl.getCanonicalLocales(tag);
  } catch {
    throw new Problem('validation-failed', {
      errors: [{ pointer: '/locale', code: 'format', detail: 'is not a language tag' }],
    });
  }
}

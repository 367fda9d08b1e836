import { Problem } from '@odolog/problems';

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

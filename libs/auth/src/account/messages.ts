import type { Mail } from '@odolog/mail';
import { wordsIn } from '@odolog/words';

/** What people are told about their account by mail. A link stands in a line of its own, so that every reader finds it. */
type Content = Omit<Mail, 'to'>;
type Kind = 'verify' | 'reset' | 'alreadySignedUp' | 'passwordChanged' | 'addressChanged';

/** A message in the language of a locale, with the link that it is about. */
export function accountMail(kind: Kind, { locale, link }: { locale: string; link: string }): Content {
  const { text } = wordsIn(locale);
  return { subject: text(`mails.${kind}.subject`), text: text(`mails.${kind}.text`, { link }) };
}

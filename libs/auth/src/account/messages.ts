import type { Mail } from '@odolog/mail';

/** What people are told about their account by mail. A link stands in a line of its own, so that every reader finds it. */
type Content = Omit<Mail, 'to'>;

export const verifyAddress = (link: string): Content => ({
  subject: 'Confirm your address for Odolog',
  text: letter(
    'Open this link to confirm that this address is yours. It works once, within a day:',
    link,
    'If you did not sign up, or did not change your address, there is nothing to do.',
  ),
});

export const resetPassword = (link: string): Content => ({
  subject: 'Choose a new password for Odolog',
  text: letter(
    'Open this link to choose a new password. It works once, within an hour:',
    link,
    'If you did not ask for it, there is nothing to do: your password stays as it is.',
  ),
});

export const alreadySignedUp = (link: string): Content => ({
  subject: 'You have an account at Odolog',
  text: letter(
    'Somebody signed up with this address, which has an account already. If it was you, sign in instead:',
    link,
    'If you have forgotten the password, you can choose a new one there.',
  ),
});

export const passwordChanged = (link: string): Content => ({
  subject: 'Your password for Odolog was changed',
  text: letter(
    'The password of your account was changed, and all other devices were signed out. If it was not you, choose a new one at once:',
    link,
  ),
});

export const addressChanged = (link: string): Content => ({
  subject: 'Your address for Odolog was changed',
  text: letter(
    'Your account now has another address; this one gets no more messages. If it was not you, ask whoever runs this Odolog for help:',
    link,
  ),
});

function letter(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

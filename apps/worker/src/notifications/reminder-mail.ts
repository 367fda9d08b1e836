import { formatFor } from '@odolog/events';
import { wordsIn } from '@odolog/words';
import type { DueReminder, ToldState } from './due-reminders.js';
import type { Recipient } from './recipients.js';

const order: readonly ToldState[] = ['overdue', 'due', 'due-soon'];

/**
 * The message that tells a person of reminders in their language: the most urgent first, with the way to all of them.
 *
 * @param home the address of the tenant's pages
 */
export function reminderMail(
  reminders: readonly DueReminder[],
  { name, locale }: Pick<Recipient, 'name' | 'locale'>,
  home: string,
): { subject: string; body: string } {
  const format = formatFor({ locale });
  const text = (key: string, values?: Record<string, string | number>) =>
    wordsIn(locale).text(`mails.reminders.${key}`, values);
  const sorted = reminders.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const sentences = sorted.map(({ vehicle, title, state }) => text(state, { vehicle, title }));
  const list = sorted.map(({ dueOn }, at) => {
    const line = sentences[at]!;
    return `- ${dueOn ? text('onDay', { line, date: format.date(dueOn) }) : line}`;
  });
  const [only, ...others] = sentences;
  const paragraphs = [
    ...(name ? [text('greeting', { name })] : []),
    list.join('\n'),
    `${text('all', { link: `${home}/reminders` })}\n${text('settings', { link: `${home}/reminders#notifications` })}`,
  ];
  return {
    subject: only && others.length === 0 ? only : text('several', { count: sentences.length }),
    body: `${paragraphs.join('\n\n')}\n`,
  };
}

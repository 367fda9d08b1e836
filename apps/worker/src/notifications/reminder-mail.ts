import { formatFor } from '@odolog/events';
import type { DueReminder, ToldState } from './due-reminders.js';
import type { Recipient } from './recipients.js';

const words: Readonly<Record<ToldState, string>> = {
  overdue: 'is overdue',
  due: 'is due now',
  'due-soon': 'is due soon',
};
const order: readonly ToldState[] = ['overdue', 'due', 'due-soon'];

/** The message that tells a person of reminders: the most urgent first, with the way to all of them. */
export function reminderMail(
  reminders: readonly DueReminder[],
  { name, locale }: Pick<Recipient, 'name' | 'locale'>,
  publicUrl: string,
): { subject: string; body: string } {
  const format = formatFor({ locale });
  const sorted = reminders.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const lines = sorted.map(({ vehicle, title, state, dueOn }) => {
    const on = dueOn ? ` (${format.date(dueOn)})` : '';
    return `${vehicle}: ${title} ${words[state]}${on}`;
  });
  const [first] = sorted;
  const subject =
    lines.length === 1 && first
      ? `${first.vehicle}: ${first.title} ${words[first.state]}`
      : `${lines.length} reminders for your vehicles`;
  const greeting = name ? `Hello ${name},\n\n` : '';
  const list = lines.map((line) => `- ${line}`).join('\n');
  const settings = `How you are told: ${publicUrl}/reminders#notifications`;
  return { subject, body: `${greeting}${list}\n\nAll reminders: ${publicUrl}/reminders\n${settings}\n` };
}

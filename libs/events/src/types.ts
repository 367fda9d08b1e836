// The event types. A new one is its folder and a line here.
export { expense } from './expense/expense.js';
export { fuel } from './fuel/fuel.js';
export { maintenance } from './maintenance/maintenance.js';
export { note } from './note/note.js';
export { odometer } from './odometer/odometer.js';
export { reminder } from './reminder/reminder.js';
export { reminderCompleted } from './reminder-completed/reminder-completed.js';
export { reminderDismissed } from './reminder-dismissed/reminder-dismissed.js';
export { reminderSnoozed } from './reminder-snoozed/reminder-snoozed.js';
export { retraction } from './retraction/retraction.js';

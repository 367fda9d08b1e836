// The event types. A new one is its folder and a line here.
export { expense } from './expense/expense.js';
export { fuel } from './fuel/fuel.js';
export { maintenance } from './maintenance/maintenance.js';
export { note } from './note/note.js';
export { odometer } from './odometer/odometer.js';
export { reminder } from './reminder/reminder.js';
export { retraction } from './retraction/retraction.js';

import { readConfig } from './config.js';
import { migrate } from './migrate.js';

/** The migrator as a command of its own, for deployments without the launcher. */
const applied = await migrate(readConfig());
console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database was up to date');

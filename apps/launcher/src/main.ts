import { CannotStart } from '@odolog/embedded-postgres';
import { readConfig } from './config.js';

const commands: Record<string, (args: readonly string[]) => Promise<number | void>> = {
  start: async () => (await import('./start/start.js')).start(readConfig()),
  test: async (args) =>
    (await import('./check/check.js')).check(readConfig(), { thorough: args.includes('--thorough') }),
  gen: async (args) => (await import('./generate/generate.js')).generate({ check: args.includes('--check') }),
  bench: async (args) => (await import('./bench.js')).bench(args),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Usage: node apps/launcher/bootstrap.mjs ${Object.keys(commands).join('|')}`);
  process.exit(2);
}
try {
  const code = await command(args);
  if (code !== undefined) process.exit(code);
} catch (error) {
  if (error instanceof CannotStart) console.error(`\n${error.message}\n${error.whatToDo}`);
  else console.error(error);
  process.exit(1);
}

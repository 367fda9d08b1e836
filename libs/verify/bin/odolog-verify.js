#!/usr/bin/env node
import { registerHooks } from 'node:module';

// Runs the sources as they are. What has to be built is not there when npm installs: it would link no command, and npx would go and
// ask a registry for somebody else's package of this name.
registerHooks({
  resolve: (specifier, context, next) => next(specifier.replace(/^(\..*)\.js$/, '$1.ts'), context),
});
const { verifyFromCommandLine } = await import('../src/command-line.js');

const { status, says } = await verifyFromCommandLine(process.argv.slice(2));
(status === 2 ? process.stderr : process.stdout).write(`${says}\n`);
process.exitCode = status;

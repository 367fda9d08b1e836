#!/usr/bin/env node
import { verifyFromCommandLine } from './command-line.js';

const { status, says } = await verifyFromCommandLine(process.argv.slice(2));
(status === 2 ? process.stderr : process.stdout).write(`${says}\n`);
process.exitCode = status;

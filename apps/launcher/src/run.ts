import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './config.js';

export interface Finished {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Shows the output while it comes, beside returning it. */
  readonly show?: boolean;
}

/** Runs a Node program to its end, on this Node. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return run(process.execPath, args, options);
}

/** Runs a tool of node_modules to its end, on this Node whatever its first line asks for. */
export function runTool(name: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return runNode([path.join(root, 'node_modules', '.bin', name), ...args], options);
}

/** Runs a program to its end, which comes with ours at the latest; a program that is missing ends with code 127. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd ?? root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.env ? { env: options.env } : {}),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (): boolean => child.kill();
    process.once('exit', end);
    const finish = (finished: Finished): void => {
      process.off('exit', end);
      resolve(finished);
    };
    child.once('error', (error) => finish({ code: 127, output: error.message }));
    child.once('close', (code) => finish({ code: code ?? 1, output }));
  });
}

import { makeRunFolder } from '@odolog/embedded-postgres';
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.js';
import { config } from './config.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly adminUrl: string;
  }
}

/** One server for the whole run; vitest calls what is returned at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeRunFolder();
  // What specs, and the programs that they start, put aside lies there as well, and goes with the run.
  project.config.env = { ...project.config.env, TMPDIR: folder };
  const cluster = await startCluster({ ...config, folder });
  project.provide('adminUrl', cluster.adminUrl);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

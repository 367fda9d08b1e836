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
  const cluster = await startCluster(config);
  project.provide('adminUrl', cluster.adminUrl);
  return () => cluster.stop();
}

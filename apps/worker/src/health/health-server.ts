import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Database } from '@odolog/db';
import { projectionHealth } from '@odolog/read-models';
import type { WorkerMetrics } from './worker-metrics.js';

/** `/health` (alive), `/ready` (503 with what fails) and `/metrics`, where the public does not come. */
export async function listenForHealth(
  { host, port }: { readonly host: string; readonly port: number },
  db: Database,
  metrics: WorkerMetrics,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request.url ?? '', { response, db, metrics }).catch((error: unknown) => {
      sendJson(response, 503, {
        status: 'unavailable',
        failing: [{ part: 'database', message: error instanceof Error ? error.message : String(error) }],
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return server;
}

interface Exchange {
  readonly response: ServerResponse;
  readonly db: Database;
  readonly metrics: WorkerMetrics;
}

async function answer(url: string, { response, db, metrics }: Exchange): Promise<void> {
  if (url === '/health') return sendJson(response, 200, { status: 'ok' });
  if (url === '/ready') return sendReadiness(response, db);
  if (url === '/metrics') {
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    return;
  }
  sendJson(response, 404, { status: 'unknown' });
}

async function sendReadiness(response: ServerResponse, db: Database): Promise<void> {
  const projectors = await projectionHealth(db);
  const failing = projectors.flatMap(({ projector, failures }) =>
    failures.map((failure) => ({ part: 'projector', projector, ...failure })),
  );
  sendJson(response, failing.length === 0 ? 200 : 503, {
    status: failing.length === 0 ? 'ready' : 'failing',
    failing,
    projectors: projectors.map(({ failures: _, ...projector }) => projector),
  });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { origin } from './config';

/** The product under an origin of its own, of which a newer version can come out. */
export interface Release {
  readonly origin: string;
  /** From now on the service worker is another one. */
  readonly publish: () => void;
  readonly close: () => void;
}

/** Passes everything on to the product; what a browser asks of a service worker cannot be answered by a route of the journey. */
export async function releaseOfItsOwn(): Promise<Release> {
  let isNewer = false;
  const server = createServer((asked, answered) => {
    const isWorker = isNewer && asked.url === '/service-worker.js';
    const headers = { ...asked.headers, host: new URL(origin).host, ...(asked.headers.origin && { origin }) };
    if (isWorker) {
      // Whole and as text: to what is packed or has not changed nothing can be added.
      delete headers['accept-encoding'];
      delete headers['if-none-match'];
      delete headers['if-modified-since'];
    }
    const passedOn = request(`${origin}${asked.url}`, { method: asked.method, headers }, (answer) => {
      if (isWorker) delete answer.headers['content-length'];
      answered.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(answered, { end: !isWorker });
      if (isWorker) answer.on('end', () => answered.end('\n// newer\n'));
    });
    passedOn.on('error', () => answered.destroy());
    answered.on('close', () => passedOn.destroy());
    asked.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    publish: () => (isNewer = true),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

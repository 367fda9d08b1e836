import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { origin } from './config';

/** The product under an address of its own, of which a newer version can come out. */
export interface Release {
  readonly origin: string;
  /** From now on the service worker is another one. */
  readonly publish: () => void;
  readonly close: () => void;
}

/** Passes everything on to the product: no route of a journey answers what a browser asks of a service worker. */
export async function releaseOfItsOwn(): Promise<Release> {
  let isNewer = false;
  const { host } = new URL(origin);
  const server = createServer((asked, answered) => {
    const changes = isNewer && asked.url === '/service-worker.js';
    const headers = { ...asked.headers, host, ...(asked.headers.origin && { origin }) };
    if (changes) {
      // Whole and as text: to what is packed or has not changed nothing can be added.
      delete headers['accept-encoding'];
      delete headers['if-none-match'];
      delete headers['if-modified-since'];
    }
    const passedOn = request(`${origin}${asked.url}`, { method: asked.method, headers }, (answer) => {
      if (changes) delete answer.headers['content-length'];
      answered.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(answered, { end: !changes });
      if (changes) answer.on('end', () => answered.end('\n// newer\n'));
    });
    passedOn.on('error', () => answered.destroy());
    answered.on('close', () => passedOn.destroy());
    asked.pipe(passedOn);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    publish: () => (isNewer = true),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Takes every connection, and says nothing on it: what waits for a letter to be sent waits for ever. */
export async function mailServerThatNeverAnswers() {
  const connections = new Set<Socket>();
  const server = createServer((connection) => connections.add(connection)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: () => {
      server.close();
      for (const connection of connections) connection.destroy();
    },
  };
}

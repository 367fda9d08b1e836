import { once } from 'node:events';
import { createServer } from 'node:net';
import getPort from 'get-port';
import { expect, test } from 'vitest';
import { reservePort } from './port.js';

async function squat(port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test('a port that another program holds is told at once, with another to take', async () => {
  const port = await getPort();
  const squatter = await squat(port);
  await expect(reservePort({ port, host: '127.0.0.1' }, { wait: false })).rejects.toMatchObject({
    name: 'CannotStart',
    message: `Port ${port} is used by another program.`,
    whatToDo: expect.stringContaining(`PORT=${port + 1} npm start`) as string,
  });
  squatter.close();
});

test('a port that a killed instance is still closing is waited for', async () => {
  const port = await getPort();
  const squatter = await squat(port);
  setTimeout(() => squatter.close(), 400);
  expect(await reservePort({ port, host: '127.0.0.1' }, { wait: true })).toBe('127.0.0.1');
});

test('an interface that this machine does not have is told', async () => {
  await expect(reservePort({ port: 3000, host: '192.0.2.1' }, { wait: false })).rejects.toMatchObject({
    whatToDo: 'Choose another PORT or HOST.',
  });
});

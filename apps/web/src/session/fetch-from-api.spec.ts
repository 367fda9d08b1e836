import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { fetchFromApi } from './fetch-from-api';

async function anApi(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', () => (connections += 1));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/me`,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

it('reads answers over one connection, refusals among them', async () => {
  await using api = await anApi(({ url, headers }, response) => {
    response.writeHead(404, { 'content-type': 'application/problem+json', 'odolog-position': '7' });
    response.end(JSON.stringify({ url, asked: headers.authorization, words: 'Straße' }));
  });
  const ask = () => fetchFromApi(new Request(api.url, { headers: { authorization: 'Bearer a' } }));
  await (await ask()).text();
  const second = await ask();
  expect([second.status, second.ok, second.headers.get('odolog-position')]).toEqual([404, false, '7']);
  expect(await second.json()).toEqual({ url: '/api/v1/me', asked: 'Bearer a', words: 'Straße' });
  expect(api.connections()).toBe(1);
});

it('reads an answer without words', async () => {
  await using api = await anApi(({ url }, response) => {
    response.writeHead(url === '/api/v1/me' ? 204 : 200).end();
  });
  const read = async (url: string) => {
    const answer = await fetchFromApi(new Request(url));
    return [answer.status, await answer.text()];
  };
  expect(await read(api.url)).toEqual([204, '']);
  expect(await read(`${api.url}/nothing`)).toEqual([200, '']);
});

it('asks again where the connection that it kept is closed in that moment', async () => {
  let asked = 0;
  await using api = await anApi(({ socket }, response) => {
    asked += 1;
    if (asked === 1 || asked === 3) response.end('{}');
    else socket.resetAndDestroy();
  });
  await (await fetchFromApi(new Request(api.url))).text();
  expect((await fetchFromApi(new Request(api.url))).status).toBe(200);
  expect([asked, api.connections()]).toEqual([3, 2]);
});

it('rejects, and asks nobody again, where the answer breaks off', async () => {
  let asked = 0;
  await using api = await anApi(({ socket }, response) => {
    asked += 1;
    if (asked === 1) return void response.end('{}');
    response.write('{"half":');
    setTimeout(() => socket.resetAndDestroy(), 20);
  });
  await (await fetchFromApi(new Request(api.url))).text();
  await expect(fetchFromApi(new Request(api.url))).rejects.toThrow();
  expect([asked, api.connections()]).toEqual([2, 1]);
});

it('rejects where the API is silent, before an answer and within one', async () => {
  let asked = 0;
  await using api = await anApi((_request, response) => {
    asked += 1;
    if (asked === 2) response.write('{');
  });
  await expect(fetchFromApi(new Request(api.url), 50)).rejects.toThrow('does not answer');
  await expect(fetchFromApi(new Request(api.url), 50)).rejects.toThrow();
});

it('rejects where nobody answers', async () => {
  const { url } = await (async () => {
    await using api = await anApi(() => undefined);
    return api;
  })();
  await expect(fetchFromApi(new Request(url))).rejects.toThrow('ECONNREFUSED');
});

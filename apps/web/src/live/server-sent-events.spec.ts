import { expect, it } from 'vitest';
import { serverSentEvents } from './server-sent-events';

async function read(...chunks: string[]) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  const messages = [];
  for await (const message of serverSentEvents(body)) messages.push(message);
  return messages;
}

it('reads messages, however the network cuts them', async () => {
  const expected = [
    { id: '7', event: 'fuel', data: '{"a":1}' },
    { id: '8', event: 'note', data: '{}' },
  ];
  expect(await read('id: 7\nevent: fuel\ndata: {"a":1}\n\nid: 8\nevent: note\ndata: {}\n\n')).toEqual(
    expected,
  );
  expect(await read('id: 7\nevent: fu', 'el\ndata: {"a":1}\n', '\nid: 8\nevent: note\ndata: {}\n\n')).toEqual(
    expected,
  );
});

it('makes nothing of signs of life, of words to the browser, or of a message that was cut off', async () => {
  expect(await read('retry: 1000\n\n: still here\n\nid: 9\ndata: {"a"')).toEqual([]);
});

it('joins data of several lines', async () => {
  expect(await read('data: a\ndata: b\n\n')).toEqual([{ id: null, event: 'message', data: 'a\nb' }]);
});

import { expect, test } from 'vitest';
import { Answer } from './answer.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

const answer = new Answer(201, { url: 'https://example.org/s/secret' }, { location: '/here' });

test('opens for its request and the secret of the server, and for nothing else', () => {
  const sealed = sealAnswer('a secret', 'a request', answer);
  expect(openAnswer('a secret', 'a request', sealed)).toEqual(answer);
  expect(() => openAnswer('another secret', 'a request', sealed)).toThrow();
  expect(() => openAnswer('a secret', 'another request', sealed)).toThrow();
});

test('shows nothing of what it holds, and never looks the same', () => {
  const sealed = sealAnswer('a secret', 'a request', answer);
  expect(sealed.toString('latin1')).not.toContain('example');
  expect(sealed).not.toEqual(sealAnswer('a secret', 'a request', answer));
});

test('a text stays as it was written', () => {
  const file = new Answer(201, '{ "as":  "sealed" }');
  expect(openAnswer('a secret', 'a request', sealAnswer('a secret', 'a request', file))).toEqual(file);
});

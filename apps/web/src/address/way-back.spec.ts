import { expect, it } from 'vitest';
import { askedFor, thenTo } from './way-back';

const pages = [
  '/',
  '/reminders',
  '/vehicles/018f?event=018e&type=fuel',
  '/vehicles/018f?q=W%C3%A4sche%20%26%20Wachs',
];

it.each(pages)('leads back to %s', (page) => {
  const address = new URL(thenTo('/sign-in', page), 'https://odolog.example');
  expect(address.pathname).toBe('/sign-in');
  expect(askedFor(address.searchParams.get('next') ?? '/')).toBe(page);
});

it('names no page where none was asked for but the first', () => {
  expect([thenTo('/sign-in', undefined), thenTo('/sign-in', '/')]).toEqual(['/sign-in', '/sign-in']);
});

it.each([
  undefined,
  ['/reminders', '/fleet'],
  '',
  'reminders',
  'https://elsewhere.example/',
  '//elsewhere.example/reminders',
  '/\\elsewhere.example',
  '/.//elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  '/api/v1/me',
  '/reminders/../api/v1/me',
])('leads nowhere by %j', (named) => {
  expect(askedFor(named)).toBeUndefined();
});

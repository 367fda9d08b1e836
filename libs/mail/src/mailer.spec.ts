import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMailer } from './mailer.js';

const from = 'Odolog <odolog@example.org>';
const mail = { to: 'robin@example.org', subject: 'Grüße', text: 'Hello Robin' };

let outboxDir: string;
beforeEach(async () => {
  outboxDir = path.join(await mkdtemp(path.join(tmpdir(), 'odolog-mail-')), 'outbox');
});
afterEach(() => rm(path.dirname(outboxDir), { recursive: true }));

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | undefined;
  readonly raw: string;
}

async function mailServer() {
  const received: Received[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'pass word' ? done(null, { user: username }) : done(new Error('Wrong password')),
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('nobody@')
        ? done(Object.assign(new Error(`<${address}> is unknown here`), { responseCode: 550 }))
        : done(),
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          user: session.user as string | undefined,
          raw,
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  return { port, received, stop };
}

test('with a mail server a message goes to it, signed in, from the sender to the one person', async () => {
  const server = await mailServer();
  const smtpUrl = `smtp://odolog:pass%20word@127.0.0.1:${server.port}`;
  const mailer = createMailer({ smtpUrl, from, outboxDir });
  await mailer.send({ ...mail, html: '<p>Hello <b>Robin</b></p>' });
  await server.stop();
  expect(mailer.mode).toBe('smtp');
  expect(server.received).toMatchObject([
    { from: 'odolog@example.org', to: ['robin@example.org'], user: 'odolog' },
  ]);
  const { raw } = server.received[0]!;
  expect(raw).toContain('From: Odolog <odolog@example.org>\r\n');
  expect(raw).toContain('Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n');
  expect(raw).toContain('Hello Robin');
  expect(raw).toContain('<p>Hello <b>Robin</b></p>');
  await expect(stat(outboxDir)).rejects.toThrow('ENOENT');
});

test('without one it lies in the outbox, for the eyes of its owner', async () => {
  const mailer = createMailer({ from, outboxDir });
  await mailer.send(mail);
  await mailer.send({ ...mail, subject: 'Second' });
  expect(mailer.mode).toBe('outbox');
  const files = (await readdir(outboxDir)).toSorted();
  expect(files).toHaveLength(2);
  expect(files[0]).toMatch(/^\d{8}T\d{6}\.\d{3}Z-[0-9a-f]{8}\.eml$/);
  const first = path.join(outboxDir, files[0]!);
  expect(await readFile(first, 'utf8')).toMatch(/^To: robin@example\.org$[^]*\n\nHello Robin\n$/m);
  expect((await stat(first)).mode & 0o777).toBe(0o600);
});

test('one address stays one, whatever is written into it', async () => {
  const server = await mailServer();
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from, outboxDir });
  const hostile = ['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org'];
  await Promise.allSettled(hostile.map((to) => mailer.send({ ...mail, to })));
  await mailer.send({ ...mail, subject: 'Hi\r\nBcc: b@example.org' });
  await server.stop();
  expect(server.received.at(-1)?.to).toEqual(['robin@example.org']);
  expect(server.received.flatMap(({ to }) => to)).not.toContain('b@example.org');
  for (const { raw } of server.received) expect(raw).not.toMatch(/^Bcc:/im);
});

test('a message that is refused says why without naming anyone', async () => {
  const server = await mailServer();
  const smtpUrl = `smtp://127.0.0.1:${server.port}`;
  const refused = createMailer({ smtpUrl, from, outboxDir }).send({ ...mail, to: 'nobody@example.org' });
  await expect(refused).rejects.toThrow(/^The message was not sent: EENVELOPE 550$/);
  const wrongPassword = smtpUrl.replace('//', '//odolog:wrong@');
  const locked = createMailer({ smtpUrl: wrongPassword, from, outboxDir }).send(mail);
  await expect(locked).rejects.toThrow(/^The message was not sent: EAUTH 535$/);
  await server.stop();
  const away = createMailer({ smtpUrl, from, outboxDir }).send(mail);
  await expect(away).rejects.toMatchObject({ name: 'MailNotSent', reason: 'ESOCKET' });
});

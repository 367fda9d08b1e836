import { createTransport } from 'nodemailer';
import { mailNotSent } from './mail-not-sent.js';
import { writeToOutbox } from './outbox.js';

const longestWaitMs = 15_000;

export interface MailerConfig {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte; without it messages go to the outbox. */
  readonly smtpUrl?: string | undefined;
  /** The sender, as in `Odolog <odolog@example.org>`. */
  readonly from: string;
  /** The folder for messages that no mail server takes; made when the first one is written. */
  readonly outboxDir: string;
}

/** A message to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** The way out for messages, and where it leads. */
export interface Mailer {
  /** `outbox` when no mail server is configured: nobody gets a message unless somebody opens the folder. */
  readonly mode: 'smtp' | 'outbox';
  /**
   * Resolves when the mail server has taken the message, or the file is written.
   * @throws MailNotSent without a word of the message, the address or the server's answer
   */
  send(mail: Mail): Promise<void>;
}

/** Makes the mailer. Connects for each message, so that a server that was away is no trouble later. */
export function createMailer({ smtpUrl, from, outboxDir }: MailerConfig): Mailer {
  const deliver = smtpUrl ? bySmtp(smtpUrl) : toOutbox(outboxDir);
  return {
    mode: smtpUrl ? 'smtp' : 'outbox',
    send: async ({ to, ...content }) => {
      try {
        // As an object, since the text of an address could hold two of them.
        await deliver({ ...content, ...unreadable, from, to: { name: '', address: to } });
      } catch (error) {
        throw mailNotSent(error);
      }
    },
  };
}

/** A message is made of what it is given, never of a file or an address of this machine. */
const unreadable = { disableFileAccess: true, disableUrlAccess: true } as const;

interface Envelope {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}
type Deliver = (message: Envelope) => Promise<void>;

function bySmtp(url: string): Deliver {
  const transport = createTransport({
    url,
    connectionTimeout: longestWaitMs,
    greetingTimeout: longestWaitMs,
    socketTimeout: longestWaitMs,
  });
  return async (message) => void (await transport.sendMail(message));
}

function toOutbox(folder: string): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (message) => writeToOutbox(folder, (await transport.sendMail(message)).message as Buffer);
}

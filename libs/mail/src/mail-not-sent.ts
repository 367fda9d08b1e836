/**
 * A message that did not leave. What the mail server said is kept out of it, since servers like to repeat the address, and
 * errors end up in logs.
 */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';

  /**
   * @param reason the mailer's own code, such as `ECONNECTION`, `EAUTH` or `EENVELOPE`
   * @param responseCode what SMTP answered, when it came to that: 550 for an unknown mailbox
   */
  constructor(
    readonly reason: string,
    readonly responseCode: number | undefined,
    /** The message itself was never handed over, so that sending it again cannot make two of it. */
    readonly isCertain: boolean,
  ) {
    super(`The message was not sent: ${[reason, responseCode].filter(Boolean).join(' ')}`);
  }
}

/** What nodemailer or the file system threw, without its words. */
export function mailNotSent(error: unknown): MailNotSent {
  const { code, responseCode, command } = error as Record<'code' | 'responseCode' | 'command', unknown>;
  return new MailNotSent(
    typeof code === 'string' ? code : 'unknown',
    typeof responseCode === 'number' ? responseCode : undefined,
    // nodemailer names the command of SMTP that failed; the message is handed over with DATA
    typeof command === 'string' && command !== 'DATA',
  );
}

export { createMailer, type Mail, type Mailer, type MailerConfig } from './mailer.js';
export { MailNotSent } from './mail-not-sent.js';

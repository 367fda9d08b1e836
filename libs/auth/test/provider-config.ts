import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMailer } from '@odolog/mail';
import type { TestDatabase } from '@odolog/testing';
import type { IdentityProviderConfig } from '../src/identity-config.js';

/** A provider of the house that asks nothing of an address, and whose mails land in a folder. */
export function providerConfig(database: TestDatabase): IdentityProviderConfig {
  return {
    databaseUrl: database.url('odolog_auth'),
    secret: 'a secret of the tests, 32 characters or more',
    publicUrl: 'https://odolog.example',
    requireVerifiedEmail: false,
    termsVersion: '1',
    outsideProviders: [],
    mailer: createMailer({
      from: 'odolog@odolog.example',
      outboxDir: mkdtempSync(path.join(tmpdir(), 'odolog-outbox-')),
    }),
    onMailLost: () => undefined,
    onSessionEnded: async () => undefined,
    onPersonRemoved: async () => undefined,
    onVisited: async () => undefined,
  };
}

/** Lets every mail, code and password through. */
export const nothingRefused = {
  mail: async () => true,
  code: async () => undefined,
  password: async () => undefined,
};

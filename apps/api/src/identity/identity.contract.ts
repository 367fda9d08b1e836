import Type from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, Uuid } from '../http/schema.js';

const email = Type.String({ format: 'email', maxLength: 254 });
const password = Type.String({ minLength: 8, maxLength: 128 });
/** One that is there already, or a guess at it: whether it could be one is not told apart. */
export const givenPassword = Type.String({ minLength: 1, maxLength: 2_000 });

const User = named(
  'User',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    email: Type.String(),
    emailVerified: Type.Boolean(),
    twoFactorEnabled: Type.Optional(Type.Boolean()),
    image: Type.Optional(nullable(Type.String())),
    createdAt: Instant,
    updatedAt: Instant,
  }),
);
export const Session = named(
  'Session',
  Type.Object({
    user: User,
    token: nullable(
      Type.String({ description: 'Null until the address is confirmed, where that is required' }),
    ),
    redirect: Type.Optional(Type.Boolean()),
    url: Type.Optional(Type.String()),
  }),
);
const SecondStep = named(
  'SecondStep',
  Type.Object({
    twoFactorRedirect: Type.Literal(true, { description: 'Nobody is signed in yet: a code comes next' }),
    twoFactorMethods: Type.Array(Type.String()),
  }),
);
const tag = 'Identity';

// Answered by the identity provider, not by a controller: declared here so that they are published with the rest.
export const signUp = route({
  method: 'POST',
  path: '/auth/sign-up/email',
  operation: 'signUp',
  tag,
  access: 'public',
  summary: 'A new person with a personal tenant; sets the session cookie',
  body: named(
    'SignUp',
    closed({
      name: Type.String({ minLength: 1, maxLength: 120 }),
      email,
      password,
      acceptedTerms: Type.Optional(
        Type.String({ description: 'The version of the terms that the person has read' }),
      ),
    }),
  ),
  answers: { 200: Session },
  problems: ['conflict'],
});
export const signIn = route({
  method: 'POST',
  path: '/auth/sign-in/email',
  operation: 'signIn',
  tag,
  access: 'public',
  summary: 'Sets the session cookie, or asks for the second factor',
  body: named(
    'SignIn',
    closed({ email, password: givenPassword, rememberMe: Type.Optional(Type.Boolean()) }),
  ),
  answers: { 200: Type.Union([Session, SecondStep]) },
  problems: ['unauthenticated', 'forbidden'],
});
const Elsewhere = closed({
  provider: Type.String({
    minLength: 1,
    maxLength: 40,
    description: 'One of those that the instance offers',
  }),
  callbackURL: Type.Optional(Type.String({ description: 'Where to go to when it is done' })),
  errorCallbackURL: Type.Optional(Type.String({ description: 'Where to go to when not, with `error`' })),
});
const Departure = Type.Object({ url: Type.String(), redirect: Type.Boolean() });

export const signInElsewhere = route({
  method: 'POST',
  path: '/auth/sign-in/social',
  operation: 'signInElsewhere',
  tag,
  access: 'public',
  summary: 'Begins to sign in at another identity provider: the address to go to',
  body: named('SignInElsewhere', Elsewhere),
  sends: ['Location'],
  answers: { 200: Departure },
  problems: ['not-found', 'forbidden'],
});
export const linkElsewhere = route({
  method: 'POST',
  path: '/auth/link-social',
  operation: 'linkElsewhere',
  tag,
  access: 'public',
  summary:
    'Begins to link another identity provider to the person of the session cookie, who signed in lately',
  body: named('LinkElsewhere', Elsewhere),
  sends: ['Location'],
  answers: { 200: Departure },
  problems: ['unauthenticated', 'forbidden', 'not-found'],
});
const answered = Type.Optional(Type.String({ maxLength: 8_000 }));

export const comeBackFromElsewhere = route({
  method: 'GET',
  path: '/auth/callback/:provider',
  operation: 'comeBackFromElsewhere',
  tag,
  access: 'public',
  summary: 'Where another identity provider sends people back to; the `state` that it was given proves it',
  params: closed({ provider: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }) }),
  query: Type.Object(
    { code: answered, state: answered, iss: answered, error: answered, error_description: answered },
    { additionalProperties: true, description: 'Providers add what they like: it goes no further' },
  ),
  sends: ['Location'],
  answers: { 302: Type.Null() },
});
export const signOut = route({
  method: 'POST',
  path: '/auth/sign-out',
  operation: 'signOut',
  tag,
  access: 'public',
  summary: 'Ends the session',
  body: closed({}),
  answers: { 200: Type.Object({ success: Type.Boolean() }) },
});
export const getToken = route({
  method: 'GET',
  path: '/auth/token',
  operation: 'getToken',
  tag,
  access: 'public',
  summary: 'A token for the session cookie, good for some minutes',
  answers: { 200: Type.Object({ token: Type.String() }) },
  problems: ['unauthenticated'],
});
export const getKeys = route({
  method: 'GET',
  path: '/auth/jwks',
  operation: 'getKeys',
  tag,
  access: 'public',
  summary: 'The public keys of the tokens (RFC 7517)',
  answers: { 200: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.Unknown())) }) },
});

export const Status = named(
  'Status',
  Type.Object({ status: Type.Boolean(), message: Type.Optional(Type.String()) }),
);
const code = Type.String({ minLength: 1, maxLength: 500, description: 'Of the link in the message' });

export const requestPasswordReset = route({
  method: 'POST',
  path: '/auth/request-password-reset',
  operation: 'requestPasswordReset',
  tag,
  access: 'public',
  summary: 'Sends a link by which to choose a new password; answers the same for an unknown address',
  body: named('PasswordResetRequest', closed({ email })),
  answers: { 200: Status },
});
export const resetPassword = route({
  method: 'POST',
  path: '/auth/reset-password',
  operation: 'resetPassword',
  tag,
  access: 'public',
  summary: 'A new password by the code of a link; signs out everywhere',
  body: named('PasswordReset', closed({ token: code, newPassword: password })),
  answers: { 200: Status },
});
export const changePassword = route({
  method: 'POST',
  path: '/auth/change-password',
  operation: 'changePassword',
  tag,
  access: 'public',
  summary: 'A new password for the person of the session cookie',
  body: named(
    'PasswordChange',
    closed({ currentPassword: givenPassword, newPassword: password, revokeOtherSessions: Type.Boolean() }),
  ),
  answers: { 200: Type.Object({ token: nullable(Type.String()), user: User }) },
  problems: ['password-wrong', 'unauthenticated'],
});
export const sendVerificationEmail = route({
  method: 'POST',
  path: '/auth/send-verification-email',
  operation: 'sendVerificationEmail',
  tag,
  access: 'public',
  summary: 'Sends the link that confirms an address again',
  body: named('VerificationRequest', closed({ email })),
  answers: { 200: Status },
});
export const verifyEmail = route({
  method: 'GET',
  path: '/auth/verify-email',
  operation: 'verifyEmail',
  tag,
  access: 'public',
  summary: 'Confirms an address by the code of a link; a new address only for the person who is signed in',
  query: closed({ token: code }),
  answers: { 200: Type.Object({ status: Type.Boolean(), user: Type.Optional(nullable(User)) }) },
  problems: ['unauthenticated'],
});
export const changeEmail = route({
  method: 'POST',
  path: '/auth/change-email',
  operation: 'changeEmail',
  tag,
  access: 'public',
  summary: 'Sends a link to the new address, which replaces the old one once it is confirmed',
  body: named('EmailChange', closed({ newEmail: email, password: Type.Optional(givenPassword) })),
  answers: { 200: Status },
  problems: ['password-wrong', 'unauthenticated'],
});
export const updateUser = route({
  method: 'POST',
  path: '/auth/update-user',
  operation: 'updateUser',
  tag,
  access: 'public',
  summary: 'Another name for the person of the session cookie',
  body: named('UserChange', closed({ name: Type.String({ minLength: 1, maxLength: 120 }) })),
  answers: { 200: Status },
  problems: ['unauthenticated'],
});
export const deleteUser = route({
  method: 'POST',
  path: '/auth/delete-user',
  operation: 'deleteUser',
  tag,
  access: 'public',
  summary:
    'Deletes the account, and the tenants that are theirs alone; 409 for the last owner of a shared one',
  body: named('UserDeletion', closed({ password: Type.Optional(givenPassword) })),
  answers: { 200: Type.Object({ success: Type.Boolean(), message: Type.String() }) },
  problems: ['password-wrong', 'unauthenticated', 'conflict'],
});

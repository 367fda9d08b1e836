import Type from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, Uuid } from '../http/schema.js';

const email = Type.String({ format: 'email', maxLength: 254 });
const password = Type.String({ minLength: 8, maxLength: 128 });

const User = named(
  'User',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    email: Type.String(),
    emailVerified: Type.Boolean(),
    image: Type.Optional(nullable(Type.String())),
    createdAt: Instant,
    updatedAt: Instant,
  }),
);
const Session = named(
  'Session',
  Type.Object({
    user: User,
    token: nullable(Type.String()),
    redirect: Type.Optional(Type.Boolean()),
    url: Type.Optional(Type.String()),
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
  body: named('SignUp', closed({ name: Type.String({ minLength: 1, maxLength: 120 }), email, password })),
  answers: { 200: Session },
});
export const signIn = route({
  method: 'POST',
  path: '/auth/sign-in/email',
  operation: 'signIn',
  tag,
  access: 'public',
  summary: 'Sets the session cookie',
  body: named('SignIn', closed({ email, password, rememberMe: Type.Optional(Type.Boolean()) })),
  answers: { 200: Session },
  problems: ['unauthenticated'],
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

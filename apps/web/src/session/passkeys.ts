import { answer } from '@/api/client';
import { publicApi } from './browser-session';

type Json = Record<string, unknown>;

/** Makes a passkey on this device and keeps its public half. Rejects when the person or the browser will not. */
export async function addPasskey(name: string): Promise<void> {
  const options = await answer(publicApi.GET('/api/auth/passkey/generate-register-options'));
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const response = toJson(await navigator.credentials.create({ publicKey }));
  await answer(publicApi.POST('/api/auth/passkey/verify-registration', { body: { response, name } }));
}

/** Signs in by a passkey that the browser offers. */
export async function signInByPasskey(): Promise<void> {
  const options = await answer(publicApi.GET('/api/auth/passkey/generate-authenticate-options'));
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const response = toJson(await navigator.credentials.get({ publicKey }));
  await answer(publicApi.POST('/api/auth/passkey/verify-authentication', { body: { response } }));
}

function toJson(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was given');
  return { ...credential.toJSON() };
}

import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What an issuer keeps of sessions and codes, so that it outlives a change of its keys. */
export function issuerStore(): (kind: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (kind) => {
    const find = async (id: string) => kept.get(`${kind}:${id}`);
    const first = (of: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${kind}:`) && of(payload))?.[1];
    return {
      find,
      findByUid: async (uid) => first((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
      upsert: async (id, payload) => void kept.set(`${kind}:${id}`, payload),
      consume: async (id) =>
        void Object.assign((await find(id)) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => void kept.delete(`${kind}:${id}`),
      revokeByGrantId: async (grantId) => {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}

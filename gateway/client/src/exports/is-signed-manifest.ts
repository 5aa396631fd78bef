import { createLocalJWKSet, decodeProtectedHeader, flattenedVerify, type JWK } from 'jose';

/** Whether one of the hub's keys has signed exactly this text as the manifest of an export: a JWS whose payload travels beside it, unencoded (RFC 7515 appendix F, RFC 7797). */
export async function isSignedManifest(keys: { readonly keys: readonly object[] }, text: string, signature: string): Promise<boolean> {
  const [header = '', payload, value = ''] = signature.split('.');
  try {
    if (payload !== '' || decodeProtectedHeader(signature)['variant'] !== 'export-manifest') return false;
    const jws = { protected: header, payload: new TextEncoder().encode(text), signature: value };
    await flattenedVerify(jws, createLocalJWKSet({ keys: keys.keys as JWK[] }), { algorithms: ['ES256'] });
    return true;
  } catch {
    return false;
  }
}

import { base64url, CompactSign, compactVerify, createLocalJWKSet, importJWK, type JWK } from 'jose';

/** Signs a text: a JWS in compact form whose payload is left out, because it travels beside (RFC 7515 appendix F). */
export async function signDetached(key: JWK, text: string): Promise<string> {
  const jws = await new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '' })
    .sign(await importJWK(key, 'ES256'));
  const [header = '', , signature = ''] = jws.split('.');
  return `${header}..${signature}`;
}

/** Whether a detached signature is that of one of the keys over exactly this text. */
export async function verifyDetached(jwks: { keys: JWK[] }, text: string, signature: string): Promise<boolean> {
  const [header, payload, value] = signature.split('.');
  if (payload !== '') return false;
  return compactVerify(`${header}.${base64url.encode(text)}.${value}`, createLocalJWKSet(jwks), { algorithms: ['ES256'] }).then(
    () => true,
    () => false,
  );
}

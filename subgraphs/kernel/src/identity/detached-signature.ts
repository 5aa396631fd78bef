import { FlattenedSign, createLocalJWKSet, decodeProtectedHeader, flattenedVerify, importJWK, type JWK } from 'jose';

/**
 * Signs a text: a JWS in compact form whose payload is left out, because it travels beside (RFC 7515 appendix F), and is signed as it is
 * (RFC 7797): encoding a supergraph took longer than verifying it.
 * @param variant which variant of a whole the text is, signed with it: it then passes for no other
 */
export async function signDetached(key: JWK, text: string, variant?: string): Promise<string> {
  const jws = await new FlattenedSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', b64: false, crit: ['b64'], ...(variant !== undefined && { variant }) })
    .sign(await importJWK(key, 'ES256'));
  return `${jws.protected ?? ''}..${jws.signature}`;
}

/** The variant that a detached signature names, verified or not; undefined where it names none. */
export function variantSigned(signature: string): string | undefined {
  try {
    const { variant } = decodeProtectedHeader(signature);
    return typeof variant === 'string' ? variant : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a detached signature is that of one of the keys over exactly this text, as this variant, or as none. */
export async function verifyDetached(jwks: { keys: JWK[] }, text: string, signature: string, variant?: string): Promise<boolean> {
  const [header, payload, value] = signature.split('.');
  if (payload !== '' || header === undefined || value === undefined) return false;
  if (variantSigned(signature) !== variant) return false;
  const jws = { protected: header, payload: new TextEncoder().encode(text), signature: value };
  return flattenedVerify(jws, createLocalJWKSet(jwks), { algorithms: ['ES256'] }).then(
    () => true,
    () => false,
  );
}

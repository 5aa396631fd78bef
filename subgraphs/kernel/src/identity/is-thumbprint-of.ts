import { calculateJwkThumbprint, type JWK } from 'jose';

/** Whether a key's name is its thumbprint (RFC 7638): a name that was chosen could stand for another key tomorrow. */
export async function isThumbprintOf(id: string, jwk: object): Promise<boolean> {
  return calculateJwkThumbprint(jwk as JWK).then(
    (thumbprint) => thumbprint === id,
    // What has no thumbprint is no key.
    () => false,
  );
}

import { calculateJwkThumbprint, type JWK } from 'jose';

/** The thumbprint of a key, by which people compare keys (RFC 7638, SHA-256). @throws Error where it is no key */
export function keyThumbprint(key: JWK): Promise<string> {
  return calculateJwkThumbprint(key);
}

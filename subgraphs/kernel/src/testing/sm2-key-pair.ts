import { calculateJwkThumbprint } from 'jose';
import { sm2 as library } from 'sm-crypto-v2';
import { sm2 } from '../identity/sm2.js';

/** A key of SM2 as a lab's device has it: what the hub may know of it, and how it signs. */
export interface Sm2KeyPair {
  /** Thumbprint (RFC 7638). */
  readonly id: string;
  readonly publicJwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
  /** Signs what a JWS signs; r and s in base64url. */
  sign(signingInput: string): string;
}

export async function sm2KeyPair(): Promise<Sm2KeyPair> {
  const { privateKey, publicKey } = library.generateKeyPairHex();
  const part = (from: number) => Buffer.from(publicKey.slice(from, from + 64), 'hex').toString('base64url');
  const publicJwk = { kty: 'EC', crv: sm2.curve, x: part(2), y: part(66) };
  const sign = (signingInput: string) => Buffer.from(library.doSignature(Buffer.from(signingInput), privateKey, { hash: true, publicKey, userId: '1234567812345678' }), 'hex').toString('base64url');
  return { id: await calculateJwkThumbprint(publicJwk), publicJwk, sign };
}

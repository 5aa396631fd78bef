import type { JWK } from 'jose';
import { sm2 } from './sm2.js';

const coordinate = /^[\w-]{43}$/;

/**
 * The point of an SM2 key, not compressed, in hex (GB/T 32918.1).
 *
 * @throws TypeError where it is none of that curve
 */
export async function sm2PublicKey({ kty, crv, x = '', y = '' }: JWK): Promise<string> {
  const { sm2: library } = await import('sm-crypto-v2');
  const point = `04${[x, y].map((part) => Buffer.from(part, 'base64url').toString('hex')).join('')}`;
  if (kty !== 'EC' || crv !== sm2.curve || ![x, y].every((part) => coordinate.test(part)) || !library.verifyPublicKey(point)) throw new TypeError('It is no key of SM2.');
  return point;
}

import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { sm2 } from './sm2.js';

/** What stands before the point of an SM2 key (RFC 5480 §2): which algorithm, which curve, and that the point is not compressed. */
const beforePoint = '3059301306072a8648ce3d020106082a811ccf5501822d03420004';

/** A key of SM2 as JWK, which node:crypto does not write; undefined where it is of another kind. */
export function sm2KeyOf(key: KeyObject): JWK | undefined {
  const der = key.export({ format: 'der', type: 'spki' });
  if (!der.toString('hex').startsWith(beforePoint)) return undefined;
  const [x, y] = [der.subarray(-64, -32), der.subarray(-32)].map((part) => part.toString('base64url'));
  return { kty: 'EC', crv: sm2.curve, x: x ?? '', y: y ?? '' };
}

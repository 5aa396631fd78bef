import { importJWK, SignJWT, type JWK } from 'jose';
import { algorithmOf } from './algorithm-of.js';
import type { SystemKey } from './system-key.js';

/** The public half of a key with the proof that its private half is at hand, as `issueClientKey` takes them. */
export interface ProvedKey {
  readonly userId: string;
  /** The public half (JWK, RFC 7517), as JSON. */
  readonly publicJwk: string;
  /** A JWT by the key (RFC 7523 §3), good for a day. */
  readonly proof: string;
}

/** What may stand in a public half. */
const publicParts: ReadonlySet<string> = new Set(['kty', 'crv', 'x', 'y', 'n', 'e']);

/** What a system hands to its party's administrator to have its key issued (系统密钥签发): made where the private half lies, which stays there. */
export async function provedKey({ privateJwk, userId, partyId }: Omit<SystemKey, 'role'>): Promise<ProvedKey> {
  const alg = algorithmOf(privateJwk);
  const publicJwk: JWK = Object.fromEntries(Object.entries(privateJwk).filter(([part]) => publicParts.has(part)));
  const proof = await new SignJWT({ party: partyId })
    .setProtectedHeader({ alg, typ: 'client-key-proof+jwt' })
    .setIssuer(userId)
    .setSubject(userId)
    .setAudience('hub')
    .setIssuedAt()
    .sign(await importJWK(privateJwk, alg));
  return { userId, publicJwk: JSON.stringify(publicJwk), proof };
}

import { calculateJwkThumbprint, importJWK, SignJWT, type JWK } from 'jose';
import { algorithmOf } from './algorithm-of.js';
import type { TokenSource } from './token-source.js';

/** A system of a party that signs its own tokens. */
export interface SystemKey {
  /** The private key (JWK, RFC 7517): EC P-256 or P-384, Ed25519, or RSA. It stays with the system; the party's administrator has issued its public half (`provedKey`, `issueClientKey`). */
  readonly privateJwk: JWK;
  /** As whom it acts. */
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
}

/** For how long a token is good, in seconds; the hub takes ten minutes at most. */
const goodFor = 300;
/** A token is renewed so many seconds before it expires, so that none expires on its way. */
const renewBefore = 30;

/** Tokens that a system of a party signs with its own key (系统密钥), where there is no identity provider to ask. */
export function systemKey({ privateJwk, userId, partyId, role }: SystemKey): TokenSource {
  let signing: Promise<{ kid: string; key: Awaited<ReturnType<typeof importJWK>>; alg: string }> | undefined;
  let current: { token: string; expiresAt: number } | undefined;
  const prepare = async () => {
    const alg = algorithmOf(privateJwk);
    return { alg, kid: await calculateJwkThumbprint(privateJwk), key: await importJWK(privateJwk, alg) };
  };
  return async () => {
    const now = Math.floor(Date.now() / 1000);
    if (current && current.expiresAt - renewBefore > now) return current.token;
    const { alg, kid, key } = await (signing ??= prepare());
    const token = await new SignJWT({ party: partyId, role })
      .setProtectedHeader({ alg, kid })
      .setIssuer('urn:hub:client-system')
      .setSubject(userId)
      .setAudience('hub')
      .setIssuedAt(now)
      .setExpirationTime(now + goodFor)
      .sign(key);
    current = { token, expiresAt: now + goodFor };
    return token;
  };
}

import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { developmentKeys } from './development-issuer.js';
import { developmentIssuer, hubAudience, type Issuer } from './issuer.js';
import { openidConfiguration } from './openid-configuration.js';
import type { TokenClaims } from './token-claims.js';

const algorithms = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];
const keepVerifiedFor = 30_000;
const keepAtMost = 10_000;

/** Why a token is not accepted; the message goes to the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export type TokenVerifier = (token: string) => Promise<TokenClaims>;

/**
 * Makes a verifier: issuer, audience, allow-listed algorithm, expiry, key by JWKS with rotation.
 * A verified token is remembered for half a minute at most and never past its expiry.
 * @throws TokenRefused from the verifier
 */
export function tokenVerifier(issuer: Issuer): TokenVerifier {
  const verified = new Map<string, { claims: TokenClaims; until: number }>();
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const expectedIssuer = issuer.kind === 'oidc' ? issuer.issuer : developmentIssuer;

  return async (token) => {
    const known = verified.get(token);
    if (known && known.until > Date.now()) return known.claims;
    verified.delete(token);
    try {
      keys ??= keysOf(issuer);
      const getKey = await keys.catch((error: unknown) => {
        keys = undefined;
        throw error;
      });
      const { payload } = await jwtVerify(token, getKey, {
        issuer: expectedIssuer,
        audience: hubAudience,
        algorithms,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      const claims = claimsOf(payload);
      if (verified.size >= keepAtMost) verified.clear();
      verified.set(token, { claims, until: Math.min(claims.expiresAt, Date.now() + keepVerifiedFor) });
      return claims;
    } catch (error) {
      throw new TokenRefused(error instanceof Error ? error.message : 'the token cannot be verified', { cause: error });
    }
  };
}

async function keysOf(issuer: Issuer): Promise<JWTVerifyGetKey> {
  if (issuer.kind === 'development') return developmentKeys(issuer.folder);
  const uri = issuer.jwksUri ?? (await openidConfiguration(issuer.issuer)).jwks_uri;
  return createRemoteJWKSet(new URL(uri), { cooldownDuration: 5_000 });
}

function claimsOf(payload: JWTPayload): TokenClaims {
  const expiresAt = (payload.exp ?? 0) * 1000;
  const { sub, party, role, service } = payload;
  if (typeof service === 'string') return { kind: 'service', service, expiresAt };
  if (typeof sub === 'string' && typeof party === 'string' && typeof role === 'string') {
    return { kind: 'user', userId: sub, partyId: party, role, expiresAt };
  }
  throw new TokenRefused('the token names no user, party and role (claims sub, party, role)');
}

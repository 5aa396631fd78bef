import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../service/logger.js';
import { developmentKeys } from './development-issuer.js';
import { developmentIssuer, hubAudience, type Issuer } from './issuer.js';
import { IssuerUnavailable } from './issuer-unavailable.js';
import { openidConfiguration } from './openid-configuration.js';
import type { TokenClaims } from './token-claims.js';
import { tokenFault } from './token-fault.js';
import { TokenRefused } from './token-refused.js';

const algorithms = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];
const keepVerifiedFor = 30_000;
const keepAtMost = 10_000;

export type TokenVerifier = (token: string) => Promise<TokenClaims>;

/**
 * Makes a verifier: issuer, audience, allow-listed algorithm, expiry, key by JWKS with rotation.
 * A verified token is remembered for half a minute at most and never past its expiry.
 * @throws TokenRefused or IssuerUnavailable from the verifier
 */
export function tokenVerifier(issuer: Issuer, log?: Logger): TokenVerifier {
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
        throw new IssuerUnavailable('the issuer cannot be asked', { cause: error });
      });
      const { payload } = await jwtVerify(token, knownOr(getKey), {
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
      if (error instanceof TokenRefused) throw error;
      if (error instanceof IssuerUnavailable) {
        log?.warn({ err: error }, error.message);
        throw error;
      }
      throw new TokenRefused(tokenFault(error), { cause: error });
    }
  };
}

/** The key of a token: where the issuer has none it is the token's fault, else the issuer could not be asked. */
function knownOr(getKey: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (...asked) => {
    try {
      return await getKey(...asked);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === 'ERR_JWKS_NO_MATCHING_KEY' || code === 'ERR_JWKS_MULTIPLE_MATCHING_KEYS' || code === 'ERR_JOSE_NOT_SUPPORTED') throw error;
      throw new IssuerUnavailable('the issuer’s keys cannot be read', { cause: error });
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
  throw new TokenRefused({ en: 'the token names no user, party and role (claims sub, party, role)', 'zh-CN': '令牌未写明用户、单位和角色（sub、party、role）' });
}

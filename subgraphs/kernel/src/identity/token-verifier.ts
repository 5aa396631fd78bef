import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import type { Logger } from '../service/logger.js';
import { clientSystemIssuer, clientTokenSeconds, type ClientKeys, type SigningKey } from './client-keys.js';
import { developmentKeys } from './development-issuer.js';
import { hubAudience, nameOfIssuer, type Issuer } from './issuer.js';
import { IssuerUnavailable } from './issuer-unavailable.js';
import { openidConfiguration } from './openid-configuration.js';
import type { TokenClaims } from './token-claims.js';
import { tokenFault } from './token-fault.js';
import { TokenRefused } from './token-refused.js';

const algorithms = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];
const keepVerifiedFor = 30_000;
/** Of tokens that a client system signed, whose key may be revoked any moment. */
const keepClientsFor = 5_000;
const keepAtMost = 10_000;

export type TokenVerifier = (token: string) => Promise<TokenClaims>;

/**
 * Makes a verifier: issuer, audience, allow-listed algorithm, expiry, key by JWKS with rotation.
 * A verified token is remembered for half a minute at most and never past its expiry.
 *
 * A token that a party's own system signs (系统密钥) is verified by that system's key and says nobody but whom that key signs for, is good for ten minutes at most and names the key, for whether that
 * still counts owners ask at each use.
 * @param clientKeys of the systems of all parties; absent where the hub has none
 * @throws TokenRefused or IssuerUnavailable from the verifier
 */
export function tokenVerifier(issuer: Issuer, log?: Logger, clientKeys?: ClientKeys): TokenVerifier {
  const verified = new Map<string, { claims: TokenClaims; until: number }>();
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const expectedIssuer = nameOfIssuer(issuer);

  const issuedClaims = async (token: string): Promise<TokenClaims> => {
    keys ??= keysOf(issuer);
    const getKey = await keys.catch((error: unknown) => {
      keys = undefined;
      throw new IssuerUnavailable('the issuer cannot be asked', { cause: error });
    });
    const { payload } = await jwtVerify(token, knownOr(getKey), { ...demands, issuer: expectedIssuer });
    const claims = claimsOf(payload);
    return claims.kind === 'user' ? { ...claims, asserted: { issuer: expectedIssuer, claims: payload } } : claims;
  };

  return async (token) => {
    const known = verified.get(token);
    if (known && known.until > Date.now()) return known.claims;
    verified.delete(token);
    try {
      const claims = clientKeys && namesClientSystem(token) ? await clientClaims(token, clientKeys) : await issuedClaims(token);
      if (verified.size >= keepAtMost) verified.clear();
      const keepFor = claims.kind === 'user' && claims.keyId !== undefined ? keepClientsFor : keepVerifiedFor;
      verified.set(token, { claims, until: Math.min(claims.expiresAt, Date.now() + keepFor) });
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

const demands: JWTVerifyOptions = { audience: hubAudience, algorithms, requiredClaims: ['exp', 'sub'], clockTolerance: 5 };

/** Whether a token says that a system of a party signed it; by whose key it is verified follows from that, and nothing else. */
function namesClientSystem(token: string): boolean {
  try {
    return decodeJwt(token).iss === clientSystemIssuer;
  } catch {
    return false;
  }
}

async function clientClaims(token: string, clientKeys: ClientKeys): Promise<TokenClaims> {
  let signing: SigningKey | undefined;
  const keyOf: JWTVerifyGetKey = async (header) => {
    signing = await clientKeys(header);
    if (!signing) throw new errors.JWKSNoMatchingKey();
    return signing.key;
  };
  // Its age too, or one that says that it was signed in a year to come would be good until then.
  const { payload, protectedHeader } = await jwtVerify(token, knownOr(keyOf), { ...demands, issuer: clientSystemIssuer, requiredClaims: ['exp', 'iat', 'sub'], maxTokenAge: clientTokenSeconds });
  const claims = claimsOf(payload);
  const { iat = 0, exp = 0 } = payload;
  if (exp - iat > clientTokenSeconds) {
    throw new TokenRefused({ en: `a system signs tokens for ${clientTokenSeconds} seconds at most (claims iat, exp)`, 'zh-CN': `系统自签令牌的有效期最长为 ${clientTokenSeconds} 秒（iat、exp）` });
  }
  if (claims.kind !== 'user' || protectedHeader.kid === undefined) {
    throw new TokenRefused({ en: 'a system signs for a user of its party, with the id of its key (kid)', 'zh-CN': '系统须以本单位用户身份签发令牌，并写明密钥编号（kid）' });
  }
  if (!signing?.signsFor(claims)) {
    throw new TokenRefused({ en: 'the key signs for another user or party than the token names (claims sub, party)', 'zh-CN': '签名密钥不属于令牌所写的用户和单位（sub、party）' });
  }
  return { ...claims, keyId: protectedHeader.kid };
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

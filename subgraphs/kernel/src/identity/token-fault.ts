import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** What is wrong with a token, by the codes of jose, in words for whoever sent it. */
const faults: Readonly<Record<string, Bilingual>> = {
  ERR_JWT_EXPIRED: { en: 'the token has expired', 'zh-CN': '令牌已过期' },
  ERR_JWT_CLAIM_VALIDATION_FAILED: { en: 'the token is not one of this issuer for this hub', 'zh-CN': '令牌并非由该签发机构为本库签发' },
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: { en: 'the signature of the token is not the issuer’s', 'zh-CN': '令牌签名并非签发机构所签' },
  ERR_JWKS_NO_MATCHING_KEY: { en: 'the token is signed with a key that the issuer does not have', 'zh-CN': '令牌所用密钥并非签发机构的密钥' },
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: { en: 'the token does not name the key that it is signed with', 'zh-CN': '令牌未指明签名密钥' },
  ERR_JOSE_ALG_NOT_ALLOWED: { en: 'the token is signed in a way that the hub does not accept', 'zh-CN': '令牌的签名算法不被接受' },
};

const noToken: Bilingual = { en: 'the token is no signed JWT that can be read', 'zh-CN': '令牌不是可读取的签名 JWT' };

/** The fault of a token that could not be verified; never a message of the machinery, which names files and addresses. */
export function tokenFault(error: unknown): Bilingual {
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' ? faults[code] : undefined) ?? noToken;
}

import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { jwtVerify, type JWK } from 'jose';
import { algorithmsOf, type Signer } from './client-keys.js';
import { hubAudience } from './issuer.js';

/** What the proof of a key says that it is, so that no token passes for one, and it for no token (RFC 8725 §3.11). */
export const clientKeyProofType = 'client-key-proof+jwt';

/** How long after it was signed a proof is taken, in seconds: people carry it from the system to whoever issues the key. */
export const clientKeyProofSeconds = 86_400;

/** What is wrong with a proof, by the codes of jose. */
const problems: Readonly<Record<string, Bilingual>> = {
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: { en: 'another key has signed it', 'zh-CN': '签名并非由该密钥作出' },
  ERR_JOSE_ALG_NOT_ALLOWED: { en: 'it is signed in a way in which the key may not sign', 'zh-CN': '签名算法不适用于该密钥' },
  ERR_JWT_EXPIRED: { en: 'it was signed more than a day ago, or has expired', 'zh-CN': '签署已超过一天或已过期' },
};
const noProof: Bilingual = { en: 'it is no signed JWT that can be read', 'zh-CN': '不是可读取的签名 JWT' };
const toCome: Bilingual = { en: 'it lacks the time at which it was signed (iat), or was signed at a time that is still to come by the clock of the hub; set the clock of the system right', 'zh-CN': '缺少签署时间（iat），或按本库时钟尚未到签署时间；请校准系统时钟' };
const ofAnother: Bilingual = {
  en: `it is not one for this user of this party at this hub (header typ ${clientKeyProofType}; claims iss and sub the user, party, aud ${hubAudience}, iat)`,
  'zh-CN': `并非为本单位该用户在本库签署（首部 typ 为 ${clientKeyProofType}，声明 iss、sub 为该用户，另有 party、aud 为 ${hubAudience}、iat）`,
};

/**
 * What is wrong with the proof that the private half of a key is at hand where the key is to be issued (持有证明): a JWT that the key has signed for the user of the party for whom it shall sign, so that nobody
 * has another's public half issued as their own (RFC 7523 §3; a certificate request names its subject likewise, RFC 2986). Undefined where nothing is.
 */
export async function clientKeyProofProblem(proof: string, publicJwk: JWK, { userId, partyId }: Signer): Promise<Bilingual | undefined> {
  try {
    const { payload } = await jwtVerify(proof, publicJwk, {
      ...{ algorithms: [...algorithmsOf(publicJwk)], typ: clientKeyProofType, issuer: userId, subject: userId, audience: hubAudience },
      ...{ maxTokenAge: clientKeyProofSeconds, clockTolerance: 5 },
    });
    return payload['party'] === partyId ? undefined : ofAnother;
  } catch (error) {
    const { code, claim } = error as { code?: unknown; claim?: unknown };
    if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return claim === 'iat' || claim === 'nbf' ? toCome : ofAnother;
    return (typeof code === 'string' ? problems[code] : undefined) ?? noProof;
  }
}

import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';

/** A key pair of a system. */
export interface Pair {
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

export async function newPair(alg = 'EdDSA'): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { publicJwk: await exportJWK(publicKey), privateJwk: await exportJWK(privateKey) };
}

export const algorithms: Readonly<Record<string, string>> = { OKP: 'EdDSA', EC: 'ES256', RSA: 'RS256' };

/** The proof of a key for a user of the centre (RFC 7523 §3), or what claims to be one. */
export async function proofBy(privateJwk: JWK, userId: string, claims: object = {}, typ = 'client-key-proof+jwt'): Promise<string> {
  const alg = algorithms[String(privateJwk.kty)] ?? '';
  return new SignJWT({ iss: userId, sub: userId, party: 'center', aud: 'hub', iat: Math.floor(Date.now() / 1000), ...claims })
    .setProtectedHeader({ alg, typ })
    .sign(await importJWK(privateJwk, alg));
}

/** What issueClientKey takes of a pair. */
export const provedKey = async ({ publicJwk, privateJwk }: Pair, userId: string) => ({ userId, publicJwk: JSON.stringify(publicJwk), proof: await proofBy(privateJwk, userId) });

import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** What the code on a filed document says of it, signed by the hub: enough to see that the paper is not another. */
const statement = z.strictObject({
  /** Its kind, as the address has it. */
  kind: z.string(),
  number: z.string(),
  /** What it is about and what it says. */
  says: z.string(),
  /** State and version that it had then, in words; what was printed by older releases has none. */
  state: z.string().optional(),
  /** The day that it is of. */
  of: z.string(),
  /** The party that it was given to. */
  for: z.string(),
  /** Of what it was made from, as it is attached. */
  sha256: z.string(),
});

export type Statement = z.infer<typeof statement>;

const algorithm = 'Ed25519';
/** Longer ones make a code that no phone reads from paper. */
const longest = 60;

/** @returns a JWS in compact form (RFC 7515); by Ed25519 (RFC 8032), which signs the same always alike */
export async function signStatement(key: JWK, told: Statement): Promise<string> {
  const cut = (text: string) => ([...text].length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text);
  return new CompactSign(Buffer.from(JSON.stringify({ ...told, number: cut(told.number), says: cut(told.says) })))
    .setProtectedHeader({ alg: algorithm, kid: key.kid ?? '', typ: 'document' })
    .sign(await importJWK(key, algorithm));
}

/** What a statement says, where one of the keys signed it; undefined otherwise. */
export async function verifiedStatement(jwks: { keys: JWK[] }, jws: string): Promise<Statement | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(jwks), { algorithms: [algorithm] });
    return protectedHeader.typ === 'document' ? statement.parse(JSON.parse(new TextDecoder().decode(payload))) : undefined;
  } catch {
    return undefined;
  }
}

import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { verifyJws } from '@hub/kernel/identity/verify-jws.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { SigningKey } from '@hub/prisma/labs/generated/client.js';
import { reportSignatureType, type ReportContent } from '../domain/report-content.js';
import type { PublicJwk, Signer } from '../domain/signer.js';
import { algorithmOf } from '../domain/signing-algorithms.js';

/**
 * Signs a report: JWS, compact (RFC 7515), over its canonical JSON. What the signer gives back is verified by the key that the hub
 * knows, so that nothing is issued that nobody could check.
 *
 * @throws Refusal SIGNER_UNAVAILABLE, SIGNER_REFUSED, SIGNATURE_WRONG
 */
export async function signReport(signer: Signer, key: SigningKey, content: ReportContent): Promise<string> {
  const publicJwk = key.publicJwk as unknown as PublicJwk;
  const alg = algorithmOf(publicJwk) ?? '';
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  const signingInput = `${encoded(JSON.stringify({ alg, kid: key.id, typ: reportSignatureType }))}.${encoded(canonicalJson(content))}`;
  const jws = `${signingInput}.${await signer.sign({ id: key.id, privateJwe: key.privateJwe }, alg, signingInput)}`;
  if (await verifyJws(jws, { ...publicJwk, kid: key.id }, reportSignatureType)) return jws;
  throw new Refusal('SIGNATURE_WRONG', { field: 'reportId', parameters: { key: key.id } });
}

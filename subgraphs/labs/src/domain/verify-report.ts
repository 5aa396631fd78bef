import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose';
import { reportSignatureType, type ReportContent } from './report-content.js';
import { signingAlgorithms } from './signing-algorithms.js';

/** The public key of a signatory as it is published: with the lab for which it signs, and its life so far. Times are ISO 8601. */
export type ReportKey = JWK & {
  readonly kid: string;
  readonly lab: string;
  readonly state: 'IN_FORCE' | 'ROTATED' | 'REVOKED';
  readonly issuedAt: string;
  /** Until when it signs, once another has taken its place. */
  readonly signsUntil?: string;
  readonly revokedAt?: string;
  readonly revocationReason?: string;
};

/** Why a signature is none of the lab. */
export type ForgeryKind = 'NO_REPORT' | 'KEY_UNKNOWN' | 'SIGNATURE_WRONG' | 'KEY_OF_ANOTHER_LAB';

export type ReportVerification =
  | { readonly genuine: true; readonly content: ReportContent; readonly key: ReportKey }
  | { readonly genuine: false; readonly kind: ForgeryKind; readonly reason: string };

/**
 * Verifies a report as anyone can (3.3; RFC 7515), by the keys served at /.well-known/report-keys.json. Whether the key had the right to sign at that
 * time is another question.
 */
export async function verifyReport(jws: string, jwks: { readonly keys: readonly ReportKey[] }): Promise<ReportVerification> {
  try {
    const keys = createLocalJWKSet({ keys: [...jwks.keys] });
    const { payload, protectedHeader } = await compactVerify(jws, keys, { algorithms: [...signingAlgorithms] });
    if (protectedHeader.typ !== reportSignatureType) return { genuine: false, kind: 'NO_REPORT', reason: 'what was signed is no inspection report' };
    const content = JSON.parse(new TextDecoder().decode(payload)) as ReportContent;
    const key = jwks.keys.find(({ kid }) => kid === protectedHeader.kid);
    // Without this, a signatory of one lab could sign in the name of another.
    if (key?.lab !== content.lab) return { genuine: false, kind: 'KEY_OF_ANOTHER_LAB', reason: 'the key belongs to another lab than the report names' };
    return { genuine: true, content, key };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { genuine: false, kind: kindOf(error), reason: error.message };
    throw error;
  }
}

function kindOf(error: errors.JOSEError): ForgeryKind {
  if (error instanceof errors.JWKSNoMatchingKey) return 'KEY_UNKNOWN';
  return error instanceof errors.JWSSignatureVerificationFailed ? 'SIGNATURE_WRONG' : 'NO_REPORT';
}

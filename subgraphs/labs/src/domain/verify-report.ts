import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose';
import { reportSignatureType, type ReportContent } from './report-content.js';

/** The public key of a signatory, with the lab for which it signs. */
export type ReportKey = JWK & { readonly lab: string };

export type ReportVerification =
  | { readonly genuine: true; readonly content: ReportContent }
  | { readonly genuine: false; readonly reason: string };

/** Verifies a report as anyone can (3.3; RFC 7515), by the keys served at /.well-known/report-keys.json. */
export async function verifyReport(jws: string, jwks: { readonly keys: readonly ReportKey[] }): Promise<ReportVerification> {
  try {
    const keys = createLocalJWKSet({ keys: [...jwks.keys] });
    const { payload, protectedHeader } = await compactVerify(jws, keys, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== reportSignatureType) return { genuine: false, reason: 'what was signed is no inspection report' };
    const content = JSON.parse(new TextDecoder().decode(payload)) as ReportContent;
    const signer = jwks.keys.find(({ kid }) => kid === protectedHeader.kid);
    // Without this, a signatory of one lab could sign in the name of another.
    if (signer?.lab !== content.lab) return { genuine: false, reason: 'the key belongs to another lab than the report names' };
    return { genuine: true, content };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { genuine: false, reason: error.message };
    throw error;
  }
}

import { verifyCompactJws } from '@hub/kernel/identity/verify-compact-jws.js';
import { decodeProtectedHeader, errors, type ProtectedHeaderParameters } from 'jose';
import { reportSignatureType, type ReportContent } from '../domain/report-content.js';
import type { ReportKey } from '../domain/report-key.js';
import { algorithmOf, signingAlgorithms } from '../domain/signing-algorithms.js';
import { signedReport } from './signed-report.js';

/** Why a signature is none of the lab. */
export type ForgeryKind = 'NO_REPORT' | 'KEY_UNKNOWN' | 'SIGNATURE_WRONG' | 'KEY_OF_ANOTHER_LAB';

export type ReportVerification =
  | { readonly genuine: true; readonly content: ReportContent; readonly key: ReportKey }
  | { readonly genuine: false; readonly kind: ForgeryKind; readonly reason: string };

/**
 * Verifies a report as anyone can (3.3; RFC 7515), by the keys served at /.well-known/report-keys.json. It throws nothing: of whatever is handed in as a
 * report or as keys something is said. Whether the key had the right to sign at that time is another question.
 */
export async function verifyReport(jws: string, { keys }: { readonly keys: readonly ReportKey[] }): Promise<ReportVerification> {
  const header = headerOf(jws);
  if (header === undefined) return forged('NO_REPORT', 'it has no header of a signature');
  if (!signingAlgorithms.some((algorithm) => algorithm === header.alg)) return forged('NO_REPORT', 'no report is signed by such an algorithm');
  let problem = forged('KEY_UNKNOWN', 'no key of that name is among the keys');
  // The same key may be handed in twice, and another under its name.
  for (const key of keys.filter(({ kid }) => kid === header.kid)) {
    const verification = await verifyBy(key, header.alg ?? '', jws);
    if (verification.genuine) return verification;
    problem = verification;
  }
  return problem;
}

async function verifyBy(key: ReportKey, algorithmNamed: string, jws: string): Promise<ReportVerification> {
  const algorithm = algorithmOf(key);
  if (algorithm === undefined) return forged('KEY_UNKNOWN', 'the key of that name is none');
  // A key of another kind than the header says has signed none of it.
  if (algorithm !== algorithmNamed) return forged('SIGNATURE_WRONG', 'the key is none for the algorithm that is named');
  try {
    const { payload, protectedHeader } = await verifyCompactJws(jws, key, algorithm);
    if (protectedHeader.typ !== reportSignatureType) return forged('NO_REPORT', 'what was signed is no inspection report');
    const content = signedReport(payload);
    if (content === undefined) return forged('NO_REPORT', 'what was signed lacks what a report says');
    // Without this, a signatory of one lab could sign in the name of another.
    if (key.lab !== content.lab) return forged('KEY_OF_ANOTHER_LAB', 'the key belongs to another lab than the report names');
    return { genuine: true, content, key };
  } catch (error) {
    // What cannot be read as a key is none.
    if (!(error instanceof errors.JOSEError)) return forged('KEY_UNKNOWN', 'the key of that name is none');
    return forged(error instanceof errors.JWSSignatureVerificationFailed ? 'SIGNATURE_WRONG' : 'NO_REPORT', error.message);
  }
}

function forged(kind: ForgeryKind, reason: string): ReportVerification & { readonly genuine: false } {
  return { genuine: false, kind, reason };
}

/** Undefined where there is none. */
function headerOf(jws: string): ProtectedHeaderParameters | undefined {
  try {
    return decodeProtectedHeader(jws);
  } catch {
    return undefined;
  }
}

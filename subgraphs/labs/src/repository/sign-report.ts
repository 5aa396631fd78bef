import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { CompactSign } from 'jose';
import { reportSignatureType, type ReportContent } from '../domain/report-content.js';
import type { SigningKey } from './signing-keys.js';

/** Signs a report: JWS, compact (RFC 7515), over its canonical JSON. */
export function signReport({ kid, privateKey }: SigningKey, content: ReportContent): Promise<string> {
  return new CompactSign(new TextEncoder().encode(canonicalJson(content)))
    .setProtectedHeader({ alg: 'ES256', kid, typ: reportSignatureType })
    .sign(privateKey);
}

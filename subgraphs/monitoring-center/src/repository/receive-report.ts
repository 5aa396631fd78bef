import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { isThumbprintOf } from '@hub/kernel/identity/is-thumbprint-of.js';
import { verifyJws } from '@hub/kernel/identity/verify-jws.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionCommission, LabSigningKey, ReportReceipt } from '@hub/prisma/monitoring-center/generated/client.js';
import { isWhatWasSigned, type ToldReport } from '../domain/is-what-was-signed.js';
import type { ReceiptStatement } from '../domain/receipt-statement.js';
import { reportReceiptMachine } from '../domain/report-receipt-machine.js';
import { signedContent } from './signed-content.js';
import type { MonitoringCenterTransaction } from './database.js';
import { enterReceiptKey } from './receipt-keys.js';
import { tellReceipt } from './tell-receipt.js';

/** A signed report as a lab's event brings it. */
export interface SignedReport extends ToldReport {
  /** JWS, compact. */
  readonly signature: string;
  /** The key that signed it: its thumbprint and its public half. */
  readonly key: { readonly id: string; readonly publicJwk: object };
}

/**
 * Gives a report its receipt (报告回执, 3.3): the centre looks at the signature, at what was signed and at the key, and signs what arrived and when. A report whose
 * signature is not that of its key, of which the event says otherwise than what was signed, or whose key was revoked before, is refused; the receipt says so.
 *
 * @returns its receipt; null where a report of that id has one, and the event says otherwise than was signed
 */
export async function receiveReport(unit: UnitOfWork<MonitoringCenterTransaction>, file: KeyFile, report: SignedReport, { holder, concerned, id: commissionId }: InspectionCommission): Promise<ReportReceipt | null> {
  const { tx, now } = unit;
  const { reportId, number, labId, sampleId, signature: signed, key } = report;
  const signer = await signerOf(tx, report);
  const before = await tx.reportReceipt.findUnique({ where: { id: reportId } });
  if (before) return signer ? before : null;
  const refusalCode = signer === null ? 'REPORT_SIGNATURE_WRONG' : signer.revokedAt === null ? null : 'REPORT_KEY_REVOKED';
  const receiptKey = await file.key();
  await enterReceiptKey(tx, receiptKey, now);
  const statement: ReceiptStatement = {
    type: 'inspection-report-receipt',
    ...{ report: reportId, number, lab: labId, center: holder, key: key.id, signatureHash: sha256(signed) },
    ...{ receivedAt: now.toISOString(), refused: refusalCode },
  };
  const text = canonicalJson(statement);
  const receipt = await tx.reportReceipt.create({
    data: {
      ...{ id: reportId, number, labId, commissionId, sampleId, signingKeyId: key.id, receivedAt: now, holder, concerned, refusalCode },
      ...{ statement: text, signature: await signDetached(receiptKey, text), receiptKeyId: receiptKey.kid ?? '' },
      ...reportReceiptMachine.begin('labs.InspectionReportIssued', refusalCode === null ? 'RECEIVED' : 'REFUSED'),
    },
  });
  tellReceipt(unit, receipt);
  return receipt;
}

/** The centre's copy of the key: as it was first told, whatever a later event says of it. */
async function keyOf(tx: MonitoringCenterTransaction, { labId, key: { id, publicJwk } }: SignedReport): Promise<LabSigningKey> {
  await tx.labSigningKey.createMany({ data: [{ id, labId, publicJwk }], skipDuplicates: true });
  const known = await tx.labSigningKey.findUniqueOrThrow({ where: { id } });
  // It was revoked before anything came that it had signed.
  return known.publicJwk === null ? tx.labSigningKey.update({ where: { id }, data: { publicJwk } }) : known;
}

/** The key that has signed just what the event says; null where none has. */
async function signerOf(tx: MonitoringCenterTransaction, report: SignedReport): Promise<LabSigningKey | null> {
  // Under a name that is not its own no key is remembered: the key of that name is still to come.
  if (!(await isThumbprintOf(report.key.id, report.key.publicJwk))) return null;
  const key = await keyOf(tx, report);
  const payload = await verifyJws(report.signature, { ...(key.publicJwk as { kty: string }), kid: key.id }, 'inspection-report+jws');
  const signed = payload && signedContent(payload);
  return key.labId === report.labId && signed && isWhatWasSigned(report, signed) ? key : null;
}

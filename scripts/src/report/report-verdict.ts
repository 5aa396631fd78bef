import type { ReportContent } from '@hub/labs/domain/report-content.js';
import type { ReportKey } from '@hub/labs/domain/report-key.js';
import { verifyReport, type ForgeryKind } from '@hub/labs/signing/verify-report.js';
import type { PublishedKeys } from './published-keys.js';
import { receiptInFile, type ReceiptFound } from './receipt-in-file.js';
import type { ReportFile } from './report-file.js';

export type ReportFindingKind =
  | ForgeryKind
  | 'FILE_DIFFERS'
  | 'SIGNED_BEFORE_KEY'
  | 'SIGNED_AFTER_ROTATION'
  | 'KEY_REVOKED'
  | 'REFUSED_BY_CENTER'
  | 'RECEIPT_WRONG';

/** Something by which a report does not count. */
export interface ReportFinding {
  readonly kind: ReportFindingKind;
  readonly problem: string;
}

/** What can be said of a report by its file and the keys at hand. It is valid where nothing was found. */
export interface ReportVerdict {
  readonly valid: boolean;
  readonly findings: readonly ReportFinding[];
  /** As it was signed; null where no signature of the lab was found. */
  readonly content: ReportContent | null;
  readonly key: ReportKey | null;
  readonly receipt: ReceiptFound;
  /** Number of the version that took its place, as far as the file knows. */
  readonly supersededBy: string | null;
  readonly keysFrom: string;
}

/** Verifies a report (3.3): the signature, the key's life, the centre's receipt, and that the file says of it what was signed. */
export async function reportVerdict(file: ReportFile, keys: PublishedKeys): Promise<ReportVerdict> {
  const told = { supersededBy: file.supersededBy?.number ?? null, keysFrom: keys.from };
  const verification = await verifyReport(file.signature, { keys: keys.ofReports });
  if (!verification.genuine) {
    const { kind, reason } = verification;
    return { valid: false, findings: [{ kind, problem: forgeries[kind](reason) }], content: null, key: null, receipt: { kind: 'NONE' }, ...told };
  }
  const { content, key } = verification;
  const receipt = await receiptInFile(file, key.kid, keys.ofReceipts);
  const findings = [...differences(file, content), ...lifeOfKey(key, content, receipt), ...wrongReceipt(receipt)];
  return { valid: findings.length === 0, findings, content, key, receipt, ...told };
}

const forgeries: Readonly<Record<ForgeryKind, (reason: string) => string>> = {
  NO_REPORT: (reason) => `What the file calls a signature is none of an inspection report (${reason}).`,
  KEY_UNKNOWN: () => 'The key that is said to have signed it is not among the keys at hand. Whoever signed it, it was none of the signatories whose keys these are.',
  SIGNATURE_WRONG: () => 'The signature does not fit the content: the one or the other was changed after it was signed.',
  KEY_OF_ANOTHER_LAB: () => 'It was signed with a key of another lab than the one that it names.',
};

/** What stands beside the signature in the file can be changed by anybody. */
function differences({ id, document, version, number }: ReportFile, content: ReportContent): ReportFinding[] {
  const named = { id, document, version, number };
  const differing = Object.entries(named).filter(([part, value]) => content[part as keyof typeof named] !== value);
  return differing.map(([part, value]) => ({ kind: 'FILE_DIFFERS', problem: `The file says that its ${part} is ${value}; what was signed says ${content[part as keyof typeof named]}.` }));
}

function lifeOfKey({ issuedAt, signsUntil, revokedAt, revocationReason }: ReportKey, content: ReportContent, receipt: ReceiptFound): ReportFinding[] {
  const signed = Date.parse(content.issuedAt);
  const findings: ReportFinding[] = [];
  if (signed < Date.parse(issuedAt)) findings.push({ kind: 'SIGNED_BEFORE_KEY', problem: `It says that it was signed on ${content.issuedAt}, but its key was issued on ${issuedAt} only.` });
  if (signsUntil !== undefined && signed > Date.parse(signsUntil)) {
    findings.push({ kind: 'SIGNED_AFTER_ROTATION', problem: `It says that it was signed on ${content.issuedAt}, when another key had taken the place of its own; that signed until ${signsUntil}.` });
  }
  if (revokedAt !== undefined && !(receipt.kind === 'GENUINE' && Date.parse(receipt.statement.receivedAt) < Date.parse(revokedAt))) {
    const received = receipt.kind === 'GENUINE' ? `the centre received it after that, on ${receipt.statement.receivedAt}` : 'nothing here proves that the centre had received it before';
    findings.push({ kind: 'KEY_REVOKED', problem: `Its key was revoked on ${revokedAt} (${revocationReason ?? 'no reason given'}), and ${received}.` });
  }
  return findings;
}

function wrongReceipt(receipt: ReceiptFound): ReportFinding[] {
  if (receipt.kind === 'WRONG') return [{ kind: 'RECEIPT_WRONG', problem: 'The receipt in the file is none that the centre signed for this report.' }];
  const refused = receipt.kind === 'GENUINE' ? receipt.statement.refused : null;
  return refused === null ? [] : [{ kind: 'REFUSED_BY_CENTER', problem: `The centre refused it when it arrived (${refused}).` }];
}

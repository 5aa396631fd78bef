import type { ReportVerdict } from './report-verdict.js';

/** A verdict in sentences, one a line, the first of which says all that most want to know. */
export function verdictInWords({ valid, findings, content, key, receipt, supersededBy, keysFrom }: ReportVerdict): string[] {
  const what = content === null ? 'The report' : `Report ${content.number}, version ${content.version}, of ${content.lab}`;
  return [
    `${what} is ${valid ? 'valid' : 'NOT valid'}.`,
    ...findings.map(({ kind, problem }) => `  ${kind}: ${problem}`),
    ...(content === null || key === null ? [] : [`  Signed on ${content.issuedAt} by a signatory of ${content.lab} with the key ${key.kid}. ${lifeInWords(key)}`, `  ${receiptInWords(receipt)}`]),
    ...(content === null ? [] : [supersededBy === null ? '  The file knows of no newer version.' : `  A newer version has taken its place: ${supersededBy}.`]),
    keysFrom === ''
      ? '  Keys and their states are those of the file itself, and whoever made the file could have made them: to be sure, give those of the hub with --keys https://….'
      : `  Keys and their states are those of ${keysFrom}.`,
  ];
}

function lifeInWords({ state, signsUntil, revokedAt, revocationReason }: NonNullable<ReportVerdict['key']>): string {
  if (state === 'REVOKED') return `The key was revoked on ${revokedAt ?? 'a day unknown'} (${revocationReason ?? 'no reason given'}).`;
  return state === 'ROTATED' ? `Another key has taken its place since; what it signed until ${signsUntil ?? 'then'} stays valid.` : 'The key is in force.';
}

function receiptInWords(receipt: ReportVerdict['receipt']): string {
  if (receipt.kind === 'GENUINE') return `Received by ${receipt.statement.center} on ${receipt.statement.receivedAt}, which signed for that.`;
  if (receipt.kind === 'WRONG') return 'The receipt in the file counts for nothing.';
  return receipt.kind === 'NONE' ? 'The file brings no receipt of the centre.' : 'The receipt in the file cannot be checked: the key of the centre is not among the keys at hand.';
}

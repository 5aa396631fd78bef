import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { z } from 'zod';
import type { PublicKey } from './published-keys.js';
import type { ReportFile } from './report-file.js';

/** What a centre says in its receipt of a report (report-receipt.graphql of the centre). */
const statement = z.object({
  type: z.literal('inspection-report-receipt'),
  report: z.string(),
  number: z.string(),
  lab: z.string(),
  center: z.string(),
  key: z.string(),
  signatureHash: z.string(),
  receivedAt: z.iso.datetime(),
  refused: z.string().nullable(),
});

/** A receipt that is the centre's; none, or one that nobody can check by the keys at hand; or one that is wrong. */
export type ReceiptFound = { readonly kind: 'GENUINE'; readonly statement: z.infer<typeof statement> } | { readonly kind: 'NONE' | 'UNKNOWN_KEY' | 'WRONG' };

/** Looks at the receipt in a report's file: whether a centre signed it, and whether it is of this signature. */
export async function receiptInFile({ id, signature, centerReceipt }: ReportFile, signedBy: string, keys: readonly PublicKey[]): Promise<ReceiptFound> {
  if (!centerReceipt) return { kind: 'NONE' };
  const { kid } = headerOf(centerReceipt.signature);
  if (!keys.some((key) => key.kid === kid)) return { kind: 'UNKNOWN_KEY' };
  if (!(await verifyDetached({ keys: keys.map((key) => ({ ...key })) }, centerReceipt.statement, centerReceipt.signature))) return { kind: 'WRONG' };
  const said = statement.safeParse(JSON.parse(centerReceipt.statement));
  if (!said.success) return { kind: 'WRONG' };
  const { report, key, signatureHash } = said.data;
  return report === id && key === signedBy && signatureHash === sha256(signature) ? { kind: 'GENUINE', statement: said.data } : { kind: 'WRONG' };
}

function headerOf(jws: string): { readonly kid?: unknown } {
  try {
    return JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid?: unknown };
  } catch {
    return {};
  }
}

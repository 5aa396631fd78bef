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
  const kid = keyNamedBy(centerReceipt.signature);
  // The same key may be handed in twice, and another under its name.
  const named = keys.filter((key) => key.kid === kid);
  if (named.length === 0) return { kind: 'UNKNOWN_KEY' };
  for (const key of named) {
    if (await verifyDetached({ keys: [{ ...key }] }, centerReceipt.statement, centerReceipt.signature)) return found(centerReceipt.statement, { id, signature, signedBy });
  }
  return { kind: 'WRONG' };
}

/** What a centre has signed is a receipt of this report, or of something else. */
function found(text: string, { id, signature, signedBy }: { readonly id: string; readonly signature: string; readonly signedBy: string }): ReceiptFound {
  const said = statement.safeParse(inJson(text));
  const fits = said.success && said.data.report === id && said.data.key === signedBy && said.data.signatureHash === sha256(signature);
  return fits ? { kind: 'GENUINE', statement: said.data } : { kind: 'WRONG' };
}

/** Undefined where it names none. */
function keyNamedBy(jws: string): unknown {
  const header = inJson(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString());
  return typeof header === 'object' && header !== null && 'kid' in header ? header.kid : undefined;
}

/** Undefined where it is no JSON. */
function inJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

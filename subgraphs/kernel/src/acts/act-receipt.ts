import { hash } from 'node:crypto';
import { canonicalJson } from '../hashing/canonical-json.js';
import { Refusal } from '../refusals/refusal.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** What an item of an act came to: the id of the value, and a detail that the outcome repeats. */
export interface ActResult {
  readonly valueId: string;
  readonly detail?: string;
}

/** By what a receipt knows the input again, where not even a hash of all of it may stay: what is personal can be guessed and the guess confirmed. */
export interface RememberedBy<Input> {
  readonly rememberedBy?: ((item: Input) => Promise<unknown>) | undefined;
}

/** By which hashes a receipt knows an input again: the one that is kept, and the one that a version before kept of an input in which something is personal. */
export type InputHashes = readonly [kept: string, ofBefore?: string];

interface ReceiptKey {
  readonly partyId: string;
  readonly act: string;
  readonly idempotencyKey: string;
}

/**
 * Claims an idempotency key for this transaction, or finds the answer given before.
 *
 * A second submission at the same moment waits here for the first to commit, and then gets its answer.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED where the key was used with another input
 */
export async function claimReceipt(
  tx: Transaction,
  key: ReceiptKey,
  hashes: InputHashes,
  at: Date,
): Promise<ActResult | undefined> {
  const claimed = await tx.$executeRawUnsafe(
    `INSERT INTO kernel.act_receipt (party_id, act, idempotency_key, input_hash, recorded_at)
     VALUES ($1, $2, $3, $4, $5::timestamptz) ON CONFLICT DO NOTHING`,
    key.partyId, key.act, key.idempotencyKey, hashes[0], at,
  );
  if (claimed === 1) return undefined;
  const [receipt] = await tx.$queryRawUnsafe<{ input_hash: string; value_id: string; detail: string | null }[]>(
    'SELECT input_hash, value_id, detail FROM kernel.act_receipt WHERE party_id = $1 AND act = $2 AND idempotency_key = $3',
    key.partyId, key.act, key.idempotencyKey,
  );
  if (!receipt || !hashes.includes(receipt.input_hash)) throw new Refusal('IDEMPOTENCY_KEY_REUSED', { field: 'idempotencyKey' });
  return { valueId: receipt.value_id, ...(receipt.detail === null ? {} : { detail: receipt.detail }) };
}

/** Keeps the answer under its key, in the transaction of the change. */
export async function keepReceipt(tx: Transaction, key: ReceiptKey, result: ActResult): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE kernel.act_receipt SET value_id = $4, detail = $5
     WHERE party_id = $1 AND act = $2 AND idempotency_key = $3`,
    key.partyId, key.act, key.idempotencyKey, result.valueId, result.detail ?? null,
  );
}

/** The hashes of an input: of all of it, where it has nothing personal. */
export async function inputHashes<Input>(item: Input, rememberedBy: RememberedBy<Input>['rememberedBy']): Promise<InputHashes> {
  const whole = hashInput(item);
  const remembered = rememberedBy ? await rememberedBy(item) : item;
  return remembered === item ? [whole] : [hashInput(remembered), whole];
}

/** SHA-256 over the input with its keys sorted, so that the same input has one hash however it was written. */
export function hashInput(input: unknown): string {
  return hash('sha256', canonicalJson(input));
}

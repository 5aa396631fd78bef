import { Refusal } from '../refusals/refusal.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { inputHashes, type ActResult, type RememberedBy } from './act-receipt.js';

interface Item {
  readonly idempotencyKey: string;
}

interface Claimant {
  readonly partyId: string;
  readonly act: string;
}

/**
 * Claims the idempotency keys of many items in two statements, in one order, so that two batches that share keys wait for each other
 * and never in a circle.
 *
 * @returns for each item that was claimed before: the answer given then, or the refusal IDEMPOTENCY_KEY_REUSED
 */
export async function claimReceipts<Input extends Item>(tx: Transaction, { partyId, act }: Claimant, items: readonly Input[], at: Date, rememberedBy?: RememberedBy<Input>['rememberedBy']): Promise<Map<Input, ActResult | Refusal>> {
  const hashes = new Map(await Promise.all(items.map(async (item) => [item.idempotencyKey, await inputHashes(item, rememberedBy)] as const)));
  const keys = [...hashes.keys()].sort();
  const claimed = await tx.$queryRawUnsafe<{ idempotency_key: string }[]>(
    `INSERT INTO kernel.act_receipt (party_id, act, idempotency_key, input_hash, recorded_at)
     SELECT $1, $2, key, hash, $5::timestamptz FROM unnest($3::text[], $4::text[]) AS item (key, hash)
     ON CONFLICT DO NOTHING RETURNING idempotency_key`,
    partyId, act, keys, keys.map((key) => hashes.get(key)?.[0]), at,
  );
  const fresh = new Set(claimed.map((row) => row.idempotency_key));
  const before = items.filter(({ idempotencyKey }) => !fresh.has(idempotencyKey));
  if (before.length === 0) return new Map();
  const receipts = await tx.$queryRawUnsafe<{ idempotency_key: string; input_hash: string; value_id: string; detail: string | null }[]>(
    'SELECT idempotency_key, input_hash, value_id, detail FROM kernel.act_receipt WHERE party_id = $1 AND act = $2 AND idempotency_key = ANY($3::text[])',
    partyId, act, before.map(({ idempotencyKey }) => idempotencyKey),
  );
  const byKey = new Map(receipts.map((receipt) => [receipt.idempotency_key, receipt]));
  return new Map(
    before.map((item): [Input, ActResult | Refusal] => {
      const receipt = byKey.get(item.idempotencyKey);
      if (!receipt || !hashes.get(item.idempotencyKey)?.includes(receipt.input_hash)) return [item, new Refusal('IDEMPOTENCY_KEY_REUSED', { field: 'idempotencyKey' })];
      return [item, { valueId: receipt.value_id, ...(receipt.detail == null ? {} : { detail: receipt.detail }) }];
    }),
  );
}

/** Keeps the answers under their keys, in the transaction of the change; a refused item gives its key back. */
export async function keepReceipts<Input extends Item>(tx: Transaction, { partyId, act }: Claimant, results: ReadonlyMap<Input, ActResult | Refusal>): Promise<void> {
  const kept = [...results].flatMap(([{ idempotencyKey }, result]) => ('valueId' in result ? [{ idempotencyKey, ...result }] : []));
  const refused = [...results].flatMap(([{ idempotencyKey }, result]) => ('valueId' in result ? [] : [idempotencyKey]));
  await tx.$executeRawUnsafe(
    `UPDATE kernel.act_receipt SET value_id = item.value_id, detail = item.detail
     FROM unnest($3::text[], $4::text[], $5::text[]) AS item (key, value_id, detail)
     WHERE party_id = $1 AND act = $2 AND idempotency_key = item.key`,
    partyId, act, kept.map(({ idempotencyKey }) => idempotencyKey), kept.map(({ valueId }) => valueId), kept.map(({ detail }) => detail ?? null),
  );
  if (refused.length > 0) await tx.$executeRawUnsafe('DELETE FROM kernel.act_receipt WHERE party_id = $1 AND act = $2 AND idempotency_key = ANY($3::text[])', partyId, act, refused);
}

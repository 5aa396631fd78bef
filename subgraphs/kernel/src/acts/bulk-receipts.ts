import { Refusal } from '../refusals/refusal.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { inputHashes, type ActResult, type InputHashes, type RememberedBy } from './act-receipt.js';

interface Item {
  readonly idempotencyKey: string;
}

interface Claimant {
  readonly partyId: string;
  readonly act: string;
}

/** A key of a batch was used by another, which had not ended when this one began. By its SQLSTATE it is done anew, and finds the answer that was given. */
class KeysTaken extends Error {
  override readonly name = 'KeysTaken';
  readonly code = '40001';
}

/** The receipts of one batch of items: of those that were answered before, and of those that are to be. */
export class BulkReceipts<Input extends Item> {
  readonly #claimant: Claimant;
  readonly #hashes: ReadonlyMap<string, InputHashes>;

  private constructor(claimant: Claimant, hashes: ReadonlyMap<string, InputHashes>) {
    this.#claimant = claimant;
    this.#hashes = hashes;
  }

  static async of<Input extends Item>(claimant: Claimant, items: readonly Input[], rememberedBy: RememberedBy<Input>['rememberedBy']): Promise<BulkReceipts<Input>> {
    return new BulkReceipts<Input>(claimant, new Map(await Promise.all(items.map(async (item) => [item.idempotencyKey, await inputHashes(item, rememberedBy)] as const))));
  }

  /** For each item whose key was used before: the answer given then, or the refusal IDEMPOTENCY_KEY_REUSED. */
  async before(tx: Transaction, items: readonly Input[]): Promise<Map<Input, ActResult | Refusal>> {
    const receipts = await tx.$queryRawUnsafe<{ idempotency_key: string; input_hash: string; value_id: string; detail: string | null }[]>(
      'SELECT idempotency_key, input_hash, value_id, detail FROM kernel.act_receipt WHERE party_id = $1 AND act = $2 AND idempotency_key = ANY($3::text[])',
      this.#claimant.partyId, this.#claimant.act, items.map(({ idempotencyKey }) => idempotencyKey),
    );
    const byKey = new Map(receipts.map((receipt) => [receipt.idempotency_key, receipt]));
    return new Map(
      items.flatMap((item): [Input, ActResult | Refusal][] => {
        const receipt = byKey.get(item.idempotencyKey);
        if (!receipt) return [];
        if (!this.#hashes.get(item.idempotencyKey)?.includes(receipt.input_hash)) return [[item, new Refusal('IDEMPOTENCY_KEY_REUSED', { field: 'idempotencyKey' })]];
        return [[item, { valueId: receipt.value_id, ...(receipt.detail === null ? {} : { detail: receipt.detail }) }]];
      }),
    );
  }

  /**
   * Keeps the answers under their keys, in the transaction of the change; a refused item keeps none. The keys are written in one order, so that two batches
   * that share some wait for each other, and never in a circle.
   * @throws KeysTaken
   */
  async keep(tx: Transaction, results: ReadonlyMap<Input, ActResult | Refusal>, at: Date): Promise<void> {
    const kept = [...results]
      .flatMap(([{ idempotencyKey: key }, result]) => ('valueId' in result ? [{ key, hash: this.#hashes.get(key)?.[0], valueId: result.valueId, detail: result.detail ?? null }] : []))
      .sort((one, other) => (one.key < other.key ? -1 : 1));
    const written = await tx.$executeRawUnsafe(
      `INSERT INTO kernel.act_receipt (party_id, act, idempotency_key, input_hash, value_id, detail, recorded_at)
       SELECT $1, $2, key, hash, value_id, detail, $7::timestamptz FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS item (key, hash, value_id, detail)
       ON CONFLICT DO NOTHING`,
      this.#claimant.partyId, this.#claimant.act, kept.map(({ key }) => key), kept.map(({ hash }) => hash), kept.map(({ valueId }) => valueId), kept.map(({ detail }) => detail), at,
    );
    if (written < kept.length) throw new KeysTaken();
  }
}

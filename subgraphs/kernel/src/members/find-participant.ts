import type { Transaction } from '../unit-of-work/transaction.js';

/** A participant as this owner's replica has it. */
export interface ReplicatedParticipant {
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly name: string;
  /** 统一社会信用代码 */
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly state: string;
}

/** Finds a participant in the owner's replica of the exchange's register. */
export async function findParticipant(tx: Transaction, id: string): Promise<ReplicatedParticipant | null> {
  const [row] = await tx.$queryRawUnsafe<ReplicatedParticipant[]>(
    'SELECT id, kind, level, name, uscc, region_code AS "regionCode", state FROM kernel.participant WHERE id = $1',
    id,
  );
  return row ?? null;
}

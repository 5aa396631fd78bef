import type { ExchangeTransaction } from './database.js';

/** The kinds of parties, by id; who is not known is left out. */
export async function kindsOfParties(tx: ExchangeTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; kind: string }[]>`SELECT id, kind FROM kernel.participant WHERE id = ANY(${[...ids]}::text[])`;
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

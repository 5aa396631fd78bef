import type { ExchangeTransaction } from './database.js';

/** Notes that something happened to records of a type, so that their owner is asked for them again. */
export async function dueForSearch(tx: ExchangeTransaction, type: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO search_due (type, id) SELECT ${type}, id FROM unnest(${[...ids]}::text[]) AS id`;
}

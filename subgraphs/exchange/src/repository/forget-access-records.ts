import type { ExchangeDatabase } from './database.js';

/** Removes what was read before a time: it has been kept for as long as it had to be. */
export async function forgetAccessRecords(database: ExchangeDatabase, before: Date): Promise<void> {
  await database.accessRecord.deleteMany({ where: { at: { lt: before } } });
}

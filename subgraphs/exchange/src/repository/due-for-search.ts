import { searchedTypes } from '../domain/searched-types.js';
import type { ExchangeTransaction } from './database.js';

const searched: ReadonlySet<string> = new Set(Object.values(searchedTypes));

/** Notes that something happened to records of a type, so that their owner is asked for them again; where the type is not searched, nothing is. */
export async function dueForSearch(tx: ExchangeTransaction, type: string, ids: readonly string[]): Promise<void> {
  if (!searched.has(type)) return;
  await tx.$executeRaw`INSERT INTO search_due (type, id) SELECT ${type}, id FROM unnest(${[...ids]}::text[]) AS id`;
}

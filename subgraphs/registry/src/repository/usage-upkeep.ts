import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { firstDayOf } from '../domain/usage-window.js';
import type { RegistryDatabase } from './database.js';

export interface UsageUpkeepOptions {
  readonly database: RegistryDatabase;
  readonly log: Logger;
  /** Days for which usage is kept. */
  readonly keptDays: number;
}

const seconds = 3_600;

/** Forgets usage that is older than it is kept, and the operations that nobody has asked since. */
export function usageUpkeep({ database, log, keptDays }: UsageUpkeepOptions): RunningWork {
  return repeatedWork({ seconds, log, failed: 'old usage could not be removed' }, () => pruneUsage(database, keptDays));
}

/** One round of it. Of several processes each takes what no other has at hand; what is left is taken in the next. */
export async function pruneUsage(database: RegistryDatabase, keptDays: number): Promise<void> {
  const before = firstDayOf(keptDays, dayInShanghai(new Date()));
  await database.$executeRaw`DELETE FROM operation_use WHERE ctid IN (SELECT ctid FROM operation_use WHERE day < ${before}::date FOR UPDATE SKIP LOCKED)`;
  await database.$executeRaw`DELETE FROM usage_gateway_day WHERE ctid IN (SELECT ctid FROM usage_gateway_day WHERE day < ${before}::date FOR UPDATE SKIP LOCKED)`;
  await database.$executeRaw`DELETE FROM usage_day WHERE day IN (SELECT day FROM usage_day WHERE day < ${before}::date FOR UPDATE SKIP LOCKED)`;
  await database.$executeRaw`DELETE FROM used_operation WHERE id IN (
      SELECT id FROM used_operation o WHERE NOT EXISTS (SELECT FROM operation_use u WHERE u.operation_id = o.id) FOR UPDATE SKIP LOCKED)`;
  // A gateway does not send a report again after so long.
  await database.$executeRaw`DELETE FROM usage_report WHERE id IN (SELECT id FROM usage_report WHERE taken_at < now() - interval '7 days' FOR UPDATE SKIP LOCKED)`;
}

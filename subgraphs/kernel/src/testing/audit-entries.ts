import type { AuditEntry } from '../audit/audit-entry.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** All entries of an owner's audit log, those that wait for their seal at the end. */
export async function auditEntries(database: Transaction): Promise<AuditEntry[]> {
  const rows = await database.$queryRawUnsafe<{ entry: string }[]>(
    `SELECT entry FROM (SELECT entry, 0 AS waits, position FROM kernel.audit_entry UNION ALL SELECT entry, 1, arrival FROM kernel.audit_arrival) all_entries
     ORDER BY waits, position`,
  );
  return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
}

/** The coordinates that an entry names by their hash. */
export async function selectionOf(database: Transaction, { selection }: AuditEntry): Promise<string[]> {
  const [row] = await database.$queryRawUnsafe<{ coordinates: string }[]>('SELECT coordinates FROM kernel.audit_selection WHERE hash = $1', selection);
  return row?.coordinates.split('\n') ?? [];
}

import type { AuditWitness } from '@hub/kernel/audit/verify-audit.js';
import { readSnapshot } from '@hub/prisma/clients/read-snapshot.js';

/** What the exchange was told of each owner's log while it was whole; undefined where the exchange cannot be read. */
export async function witnessesOf(exchange: string | undefined): Promise<ReadonlyMap<string, readonly AuditWitness[]> | undefined> {
  if (exchange === undefined) return undefined;
  const rows = await readSnapshot(exchange, 'DATABASE_URL_EXCHANGE', (database) =>
    database.$queryRawUnsafe<(AuditWitness & { owner: string })[]>('SELECT owner, position::float8 AS position, hash FROM audit_witness'),
  ).catch(() => undefined);
  return rows && new Map(rows.map(({ owner, position, hash }) => [owner, [{ position, hash }]]));
}

import type { AuditWitness } from '@hub/kernel/audit/verify-audit.js';
import { readSnapshot } from '@hub/prisma/clients/read-snapshot.js';

/** Of every owner whose audit log the exchange has read: what it keeps of it, and where it keeps nothing any more, how far it has read. */
const read = `
  SELECT coalesce(w.owner, split_part(c.source, ' ', 1)) AS owner, coalesce(w.position, c.position)::float8 AS position, w.hash, w.broken_at AS "brokenAt"
  FROM audit_witness w FULL JOIN (SELECT * FROM kernel.inbox_cursor WHERE source LIKE '% audit' AND position > 0) c ON c.source = w.owner || ' audit'`;

/** What the exchange was told of each owner's log while it was whole; undefined where the exchange cannot be read. */
export async function witnessesOf(exchange: string | undefined): Promise<ReadonlyMap<string, readonly AuditWitness[]> | undefined> {
  if (exchange === undefined) return undefined;
  const rows = await readSnapshot(exchange, 'DATABASE_URL_EXCHANGE', (database) => database.$queryRawUnsafe<(AuditWitness & { owner: string })[]>(read)).catch(() => undefined);
  return rows && new Map(rows.map(({ owner, position, hash, brokenAt }) => [owner, [{ position, hash, brokenAt }]]));
}

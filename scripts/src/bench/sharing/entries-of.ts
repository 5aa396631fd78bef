import { readSnapshot } from '@hub/prisma/clients/read-snapshot.js';
import { owners } from '@hub/prisma/owner.js';
import type { Databases } from '../hub/databases.js';

/** What the audit logs hold of what was measured: how many entries an operation left at all owners, and how long one is. */
export async function entriesOf(databases: Databases): Promise<{ metric: string; value: number; unit: string }[]> {
  let [entries, bytes] = [0, 0];
  const requests = new Set<string>();
  for (const owner of owners) {
    await readSnapshot(databases[owner], `DATABASE_URL_${owner}`, async (database) => {
      const [sums] = await database.$queryRawUnsafe<{ entries: number; bytes: number }[]>('SELECT count(*)::int AS entries, coalesce(sum(length(entry)), 0)::float8 AS bytes FROM kernel.audit_entry');
      const named = await database.$queryRawUnsafe<{ request: string | null }[]>("SELECT DISTINCT entry::jsonb->>'request' AS request FROM kernel.audit_entry");
      entries += sums?.entries ?? 0;
      bytes += sums?.bytes ?? 0;
      for (const { request } of named) if (request !== null) requests.add(request);
    });
  }
  return [
    { metric: 'entries for an operation', value: entries / requests.size, unit: 'entries' },
    { metric: 'length of an entry', value: bytes / entries, unit: 'characters' },
  ];
}

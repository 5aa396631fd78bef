import type { Hub } from './acts.js';

/** The duties on a subject as this owner keeps them, the latest last. */
export async function dutiesOf(hub: Hub, subjectId: string) {
  const rows = await hub.database.$queryRaw<{ kind: string; role: string; party: string; concerned: string[]; partOf: string | null; end: string }[]>`
    SELECT kind, role, party_id AS party, concerned, part_of AS "partOf",
      CASE WHEN closed_at IS NULL THEN 'OPEN' WHEN dropped THEN 'DROPPED' ELSE 'DONE' END AS end
    FROM kernel.duty WHERE subject_id = ${subjectId} ORDER BY opened_at, kind`;
  return rows;
}

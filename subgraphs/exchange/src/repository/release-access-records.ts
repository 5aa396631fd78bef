import { accessRecordMachine } from '../domain/access-record-machine.js';
import type { ExchangeDatabase } from './database.js';

/**
 * Shows the holders the reads for which no embargo is left: none of the plans and cases of the reader, or of those for whom it works, that had begun
 * before the read is open still. Nothing is shown of a time of which not everything has been heard that the owners of plans and commissions had
 * to tell: a plan might have begun then.
 *
 * @param settling seconds by which clocks may differ and logs come late
 * @returns how many are shown now
 */
export function releaseAccessRecords(database: ExchangeDatabase, settling: number): Promise<number> {
  const { from, to } = accessRecordMachine.arrow('EmbargoEnded');
  return database.$executeRaw`
    WITH heard AS (
      SELECT min(heard_at) - make_interval(secs => ${settling}::float8) AS until
      FROM kernel.inbox_cursor WHERE source IN ('regulator', 'monitoring-center') HAVING count(*) = 2
    ), reader AS (
      SELECT p.id, ARRAY(SELECT principal FROM working_for w WHERE w.party_id = p.id) || p.id AS sides
      FROM participant p WHERE p.kind IN ('REGULATOR', 'MONITORING_CENTER', 'LAB')
    ), open AS (
      SELECT reader.id, least(min(e.opened_at), (SELECT until FROM heard)) AS until
      FROM reader LEFT JOIN embargo e ON e.ended_at IS NULL AND e.parties && reader.sides
      WHERE EXISTS (SELECT 1 FROM heard) GROUP BY reader.id
    )
    UPDATE access_record r SET state = ${to}, reached = array_append(r.reached, ${to})
    FROM open WHERE r.state = ANY(${from}::text[]) AND r.party_id = open.id AND r.at < open.until`;
}

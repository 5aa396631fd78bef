import { Prisma } from '@hub/prisma/exchange/generated/client.js';

/**
 * Up to when what a party has read may show to whom its rows are (5.2.2), as common table expressions; the last is `open (id, until)`, a row for each party that buys
 * blind, or none where not enough has been heard. None of the plans and cases of the party, or of those for whom it works, that had begun before is open still; and of
 * that time everything has been heard that the owners of plans and commissions had to tell: a plan might have begun then.
 *
 * @param settling seconds by which clocks may differ and logs come late
 */
export function shownUntil(settling: number): Prisma.Sql {
  return Prisma.sql`
    heard AS (
      SELECT min(heard_at) - make_interval(secs => ${settling}::float8) AS until
      FROM kernel.inbox_cursor WHERE source IN ('regulator', 'monitoring-center') HAVING count(*) = 2
    ), reader AS (
      SELECT p.id, ARRAY(SELECT principal FROM working_for w WHERE w.party_id = p.id) || p.id AS sides
      FROM participant p WHERE p.kind IN ('REGULATOR', 'MONITORING_CENTER', 'LAB')
    ), open AS (
      SELECT reader.id, least(min(e.opened_at), (SELECT until FROM heard)) AS until
      FROM reader LEFT JOIN embargo e ON e.ended_at IS NULL AND e.parties && reader.sides
      WHERE EXISTS (SELECT 1 FROM heard) GROUP BY reader.id
    )`;
}

import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { DataCorrection } from '@hub/prisma/exchange/generated/client.js';
import { askRowReading } from './ask-row-reading.js';
import type { ExchangeTransaction } from './database.js';

/** So many readers are asked about at once, so that an owner answers within its transaction. */
const mostReaders = 50;

/** The next corrected data whose readers are to be looked for, locked: the audit log of the owner has been heard beyond the correction, so that whoever read before it is known. */
export async function nextCorrectionToTell(unit: UnitOfWork<ExchangeTransaction>, { settling, except }: { readonly settling: number; readonly except: readonly string[] }): Promise<{ id: string } | undefined> {
  const [found] = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM data_correction c JOIN kernel.inbox_cursor heard ON heard.source = c.owner || ' audit'
    WHERE c.state = 'CORRECTED' AND c.readers_asked_at IS NULL AND c.corrected_at < heard.heard_at - make_interval(secs => ${settling}::float8)
      AND c.id <> ALL(${[...except]}::text[])
    ORDER BY c.corrected_at, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`;
  return found;
}

/** Asks the owner who of those that read these fields of the holder's rows, as access records tell (5.4.3 d), may read the row still: nobody else is told of it. */
export async function askReaders(unit: UnitOfWork<ExchangeTransaction>, correction: DataCorrection): Promise<void> {
  const { id, owner, subjectType: type, subjectId, fields, heldBy, requesterId, correctedAt } = correction;
  const found = await unit.tx.$queryRaw<{ party_id: string; role: string; purpose: string | null; fields: string[] }[]>`
    SELECT r.party_id, r.role, r.purpose, array_agg(DISTINCT read.field ORDER BY read.field) AS fields
    FROM access_record r JOIN access_selection s ON s.hash = r.selection CROSS JOIN LATERAL unnest(s.coordinates) AS read (field)
    WHERE r.owner = ${owner} AND r.holder = ${heldBy} AND r.at <= ${correctedAt}::timestamptz AND jsonb_exists(r.rows, ${type})
      AND read.field = ANY(${fields}::text[]) AND r.party_id <> ALL(${[requesterId, heldBy]}::text[])
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  for (const read of new Set(found.map((reader) => reader.fields.join()))) {
    const alike = found.filter((reader) => reader.fields.join() === read);
    const names = alike[0]!.fields.map((coordinate) => coordinate.slice(type.length + 1));
    for (let first = 0; first < alike.length; first += mostReaders) {
      const readers = alike.slice(first, first + mostReaders).map(({ party_id: partyId, role, purpose }) => ({ userId: null, partyId, role, purpose }));
      askRowReading(unit, owner, id, { about: 'NOTICES', type, rowId: subjectId, fields: names, readers });
    }
  }
  await unit.tx.dataCorrection.update({ where: { id }, data: { readersAskedAt: unit.now } });
}

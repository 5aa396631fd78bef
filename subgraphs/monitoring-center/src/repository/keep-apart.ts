import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lapseSettledProposals } from './lapse-settled-proposals.js';

/** An analyst has said that some records do not belong with others (拆分, 5.1.1): they are proposed with them no more, nor with what these are grouped with, until they are grouped by hand. */
export async function keepApart(unit: UnitOfWork<MonitoringCenterTransaction>, documents: readonly string[], others: readonly string[]): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO risk_parting (one, other)
    SELECT least(a, b), greatest(a, b) FROM unnest(${[...documents]}::text[]) AS a CROSS JOIN unnest(${[...others]}::text[]) AS b
    ON CONFLICT DO NOTHING`;
  // All with whom either side is grouped are concerned.
  const concerned = await unit.tx.$queryRaw<{ document: string }[]>`
    SELECT DISTINCT mate AS document FROM unnest(${[...documents, ...others]}::text[]) AS asked CROSS JOIN LATERAL unnest(risk_grouped_with(asked)) AS mate`;
  await lapseSettledProposals(unit, concerned.map(({ document }) => document));
}

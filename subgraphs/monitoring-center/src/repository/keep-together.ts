import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';
import { documentsOf } from './documents-of.js';
import { lapseSettledProposals } from './lapse-settled-proposals.js';

/** An analyst has said that the records of a cluster belong together (归并, 5.1.1): what was said before to the contrary holds no more, and there is nothing to propose among them. */
export async function keepTogether(unit: UnitOfWork<MonitoringCenterTransaction>, clusterId: string): Promise<void> {
  const documents = await documentsOf(unit.tx, { clusterId });
  await unit.tx.$executeRaw`DELETE FROM risk_parting WHERE one = ANY(${documents}::text[]) AND other = ANY(${documents}::text[])`;
  await lapseSettledProposals(unit, documents);
}

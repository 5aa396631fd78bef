import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lapseClusterProposals } from './lapse-cluster-proposals.js';

/** Proposals about records lapse where these are grouped by now, or parted from what the others are grouped with; the clusters are locked. @param documents those whose clusters have changed */
export async function lapseSettledProposals(unit: UnitOfWork<MonitoringCenterTransaction>, documents: readonly string[]): Promise<void> {
  const settled = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM cluster_proposal
    WHERE state = 'PROPOSED' AND (one = ANY(${[...documents]}::text[]) OR other = ANY(${[...documents]}::text[])) AND risk_settled(one, other)`;
  await lapseClusterProposals(unit, settled.map(({ id }) => id));
}

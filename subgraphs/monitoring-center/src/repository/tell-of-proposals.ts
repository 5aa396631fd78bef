import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What becomes of proposals without an act on them. */
export type ProposalChange = 'ClusterProposed' | 'ClusterProposedAgain' | 'ClusterProposalLapsed';

/** Tells of proposals of one centre that were made, or lapsed, by one event. */
export async function tellOfProposals(unit: UnitOfWork<MonitoringCenterTransaction>, change: ProposalChange, ids: readonly string[]): Promise<void> {
  const [first] = ids;
  if (first === undefined) return;
  const row = await unit.tx.clusterProposal.findUniqueOrThrow({ where: { id: first } });
  unit.emit({
    kind: { ClusterProposed: 'ClusterProposed', ClusterProposedAgain: 'ClusterProposedAgain', ClusterProposalLapsed: 'ClusterProposalLapsed' }[change],
    subjectType: 'ClusterProposal',
    subjectId: first,
    subjectIds: ids,
    stamps: stampsOf(row),
    receivers: {},
  });
}

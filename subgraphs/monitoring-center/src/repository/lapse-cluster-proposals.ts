import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { clusterProposalMachine } from '../domain/cluster-proposal-machine.js';
import type { MonitoringCenterTransaction } from './database.js';
import { tellOfProposals } from './tell-of-proposals.js';

/** Lets proposals lapse that nobody has decided on; the clusters are locked. */
export async function lapseClusterProposals(unit: UnitOfWork<MonitoringCenterTransaction>, ids: readonly string[]): Promise<void> {
  const { from, to } = clusterProposalMachine.arrow('ClusterProposalLapsed');
  const lapsed = await unit.tx.$queryRaw<{ id: string }[]>`
    UPDATE cluster_proposal SET state = ${to}, reached = array_append(array_remove(reached, ${to}), ${to}), revision = revision + 1
    WHERE id = ANY(${[...ids]}::text[]) AND state = ANY(${from}::text[]) RETURNING id`;
  await tellOfProposals(unit, 'ClusterProposalLapsed', lapsed.map(({ id }) => id));
}

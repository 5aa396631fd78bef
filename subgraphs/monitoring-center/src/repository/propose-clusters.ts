import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ClusterProposal } from '@hub/prisma/monitoring-center/generated/client.js';
import { clusterProposalMachine } from '../domain/cluster-proposal-machine.js';
import type { Likeness } from '../domain/likeness.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lapseClusterProposals } from './lapse-cluster-proposals.js';
import { newId } from './new-id.js';
import { tellOfProposals } from './tell-of-proposals.js';

/** Two documents that tell of one product and hazard, the lesser first. */
export interface AlikePair extends Likeness {
  readonly one: string;
  readonly other: string;
}

/**
 * Writes what came of a comparison (归并建议, 5.1.1): pairs that are alike are proposed unless they are settled, or an analyst has decided already; what was proposed of these records and is alike no more lapses.
 * @param documents the records that were compared
 */
export async function proposeClusters(unit: UnitOfWork<MonitoringCenterTransaction>, holder: string, documents: readonly string[], alike: readonly AlikePair[]): Promise<void> {
  const { tx, now } = unit;
  const nameOf = ({ one, other }: { readonly one: string; readonly other: string }) => `${one} ${other}`;
  const wanted = new Map((await unsettled(tx, alike)).map((pair) => [nameOf(pair), { ...pair, score: Math.round(pair.score * 1000) / 1000 }]));
  const known = await tx.clusterProposal.findMany({ where: { OR: [{ one: { in: [...documents] } }, { other: { in: [...documents] } }] } });
  const knownNames = new Set(known.map(nameOf));

  const made = [...wanted.values()].filter((pair) => !knownNames.has(nameOf(pair))).map(({ one, other, score, reasons }) => ({
    ...{ id: newId(now), one, other, score, reasons: asJson(reasons), proposedAt: now, holder, concerned: [] },
    ...clusterProposalMachine.begin('ClusterProposed'),
  }));
  await tx.clusterProposal.createMany({ data: made });
  await tellOfProposals(unit, 'ClusterProposed', made.map(({ id }) => id));

  const again: string[] = [];
  for (const proposal of known) {
    const pair = wanted.get(nameOf(proposal));
    const isBack = clusterProposalMachine.leadsFrom('ClusterProposedAgain', proposal);
    if (!pair || !(isBack || (proposal.state === 'PROPOSED' && tellsOtherwise(proposal, pair)))) continue;
    if (isBack) again.push(proposal.id);
    await tx.clusterProposal.update({
      where: { id: proposal.id },
      data: { ...(isBack ? clusterProposalMachine.move('ClusterProposedAgain', proposal) : { revision: { increment: 1 } }), score: pair.score, reasons: asJson(pair.reasons) },
    });
  }
  await tellOfProposals(unit, 'ClusterProposedAgain', again);
  await lapseClusterProposals(unit, known.filter((proposal) => !wanted.has(nameOf(proposal))).map(({ id }) => id));
}

/** Whether something else speaks for a proposal now. */
const tellsOtherwise = (before: Pick<ClusterProposal, 'score' | 'reasons'>, { score, reasons }: Likeness) => before.score !== score || canonicalJson(before.reasons) !== canonicalJson(asJson(reasons));

const asJson = (reasons: Likeness['reasons']) => reasons.map(({ kind, evidence }) => ({ kind, evidence: [...evidence] }));

/** Those that are neither grouped nor parted, they or others of their clusters. */
async function unsettled(tx: MonitoringCenterTransaction, pairs: readonly AlikePair[]): Promise<AlikePair[]> {
  const settled = await tx.$queryRaw<{ place: bigint }[]>`
    SELECT place FROM unnest(${pairs.map(({ one }) => one)}::text[], ${pairs.map(({ other }) => other)}::text[]) WITH ORDINALITY AS p (one, other, place)
    WHERE risk_settled(one, other)`;
  const places = new Set(settled.map(({ place }) => Number(place)));
  return pairs.filter((_pair, index) => !places.has(index + 1));
}

import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { objectionMachine } from '../domain/objection-machine.js';
import { retestMachine } from '../domain/retest-machine.js';
import type { RegulatorTransaction } from './database.js';
import { oweDecision } from './owe-decision.js';

/** How a retest ended: by a new version of the monitoring data, or because the retention sample could not be tested. */
export type RetestEnd =
  | { readonly cause: 'monitoring-center.MonitoringDataFedBack'; readonly conclusion: string; readonly newMonitoringDataId: string }
  | { readonly cause: 'monitoring-center.RetestImpossible'; readonly impossibleReason: string };

/** A retest has ended: its objection is at the regulator's desk again, to be decided upon what came out (after 5.4.1). */
export async function endRetest(unit: UnitOfWork<RegulatorTransaction>, id: string, { cause, ...found }: RetestEnd): Promise<void> {
  const { tx } = unit;
  await tx.$queryRaw`SELECT id FROM retest WHERE id = ${id} FOR UPDATE`;
  const before = await tx.retest.findUnique({ where: { id } });
  if (!before || !retestMachine.leadsFrom(cause, before)) return;
  const retest = await tx.retest.update({ where: { id }, data: { ...retestMachine.move(cause, before), ...found, concludedAt: unit.now } });
  const objection = await tx.objection.findUniqueOrThrow({ where: { id: retest.objectionId } });
  if (objectionMachine.leadsFrom('RetestEnded', objection)) {
    await oweDecision(unit, await tx.objection.update({ where: { id: objection.id }, data: objectionMachine.move('RetestEnded', objection) }));
  }
  unit.emit({ kind: 'RetestEnded', subjectType: 'Retest', subjectId: id, stamps: stampsOf(retest), receivers: {} });
}

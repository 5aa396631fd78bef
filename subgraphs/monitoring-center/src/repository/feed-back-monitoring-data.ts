import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { participantsByUscc } from '@hub/kernel/members/participants-by-uscc.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { correctionsSince } from '../domain/asked-correction.js';
import { issuingRegulator } from '../domain/issuing-regulator.js';
import { monitoringDataMachine } from '../domain/monitoring-data-machine.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { FeedBackMonitoringDataInput } from '../generated/graphql.js';
import { askedCorrections } from './asked-corrections.js';
import { compiledAt } from './compiled-at.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { requireNotRefused } from './require-not-refused.js';
import { requireNothingProposed } from './require-nothing-proposed.js';
import { supersedeMonitoringData } from './supersede-monitoring-data.js';
import { toldMonitoringData } from './told-monitoring-data.js';

/**
 * Feeds monitoring data back to the issuing regulator and the platform concerned (反馈, 5.4.1). Each is told its own part, and
 * reads the whole of it here from now on; so may the merchant concerned, where it has an account (3.5). A version that was fed
 * back before gives way.
 */
export async function feedBackMonitoringData(
  { unit, admit }: ActScope<MonitoringCenterTransaction>,
  input: FeedBackMonitoringDataInput,
): Promise<ActResult> {
  const { tx, now } = unit;
  const compiled = admit(await tx.monitoringData.findUnique({ where: { id: input.monitoringDataId } }), {
    type: 'MonitoringData',
    id: input.monitoringDataId,
    field: 'monitoringDataId',
    expectedRevision: input.expectedRevision,
  });
  await requireNotRefused(tx, compiled.reportId, 'monitoringDataId');
  const before = await tx.monitoringData.findFirst({ where: { document: compiled.document, state: 'FED_BACK', id: { not: compiled.id } } });
  if (correctionsSince(askedCorrections(before), compiledAt(compiled)).length > 0) {
    throw new Refusal('CORRECTION_TO_APPLY', { field: 'monitoringDataId', parameters: { number: compiled.number } });
  }
  const platform = await findParticipant(tx, compiled.platformId);
  const merchants = await participantsByUscc(tx, 'MERCHANT', compiled.merchantUscc);
  const acknowledgeBy = await unit.dueBy('AcknowledgeMonitoringData');
  const regulatorId = issuingRegulator(compiled.planId, compiled.concerned);
  // Before its data, as whoever corrects the purchase does.
  await tx.$executeRaw`SELECT 1 FROM sample WHERE id = ${compiled.sampleId} FOR UPDATE`;
  await requireNothingProposed(tx, 'monitoringDataId', [compiled.sampleId]);
  const [data] = await tx.monitoringData.updateManyAndReturn({
    where: { id: compiled.id, revision: compiled.revision },
    data: {
      ...monitoringDataMachine.move('feedBackMonitoringData', compiled),
      fedBack: { ...actRecord(unit) },
      fedBackAt: now,
      stateSince: now,
      acknowledgeBy,
      concerned: [...compiled.concerned, compiled.platformId, ...merchants],
      platformRegion: platform?.regionCode ?? null,
    },
  });
  if (!data) throw new Refusal('CONCURRENT_CHANGE', { field: 'monitoringDataId', parameters: { type: 'MonitoringData' } });
  if (before) await supersedeMonitoringData(unit, before, data.id, 'monitoringDataId');
  const sample = await tx.sample.findUniqueOrThrow({ where: { id: data.sampleId } });
  if (sampleMachine.leadsFrom('feedBackMonitoringData', sample)) await moveSample(unit, sample, 'feedBackMonitoringData');
  const versions = await tx.monitoringData.findMany({ where: { document: data.document }, select: { sampleId: true }, distinct: ['sampleId'] });
  for (const { sampleId } of versions) {
    // The sample and its retention sample are one document: what was owed of either is done.
    await unit.closeDuties('FeedBackMonitoringData', sampleId);
    await unit.closeDuties('CorrectMonitoringData', sampleId);
  }
  await unit.closeDuties('CarryOutRetest', data.sampleId);
  unit.emit({
    kind: 'MonitoringDataFedBack',
    subjectType: 'MonitoringData',
    subjectId: data.id,
    stamps: stampsOf(data),
    receivers: toldMonitoringData(data, { regulatorId, supersedesId: before?.id ?? null, retestId: sample.retestId, fedBackAt: now, acknowledgeBy }),
  });
  return { valueId: data.id };
}

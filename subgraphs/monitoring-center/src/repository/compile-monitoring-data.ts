import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { correctedBy, correctionsSince, objections } from '../domain/asked-correction.js';
import { failedItems, type ReportedResult } from '../domain/failed-items.js';
import { monitoringDataMachine } from '../domain/monitoring-data-machine.js';
import { planFollowers } from '../domain/plan-followers.js';
import { toldOfPurchase } from '../domain/told-of-purchase.js';
import type { CompileMonitoringDataInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import { askedCorrections } from './asked-corrections.js';
import { compiledAt } from './compiled-at.js';
import type { MonitoringCenterTransaction } from './database.js';
import { latestVersion } from './latest-version.js';
import { requireNotRefused } from './require-not-refused.js';
import { supersedeMonitoringData } from './supersede-monitoring-data.js';

/**
 * Forms monitoring data from report, purchase and plan (形成监测数据, 3.2 d); anew, as the next version, when a newer report
 * counts, a retest is reported, or an upheld objection asks for it. Nobody outside centre and regulator is concerned yet.
 */
export async function compileMonitoringData(scope: ActScope<MonitoringCenterTransaction>, input: CompileMonitoringDataInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const { tx } = unit;
  await tx.$executeRaw`SELECT 1 FROM sample WHERE id = ${input.sampleId} AND holder = ${caller.partyId} FOR UPDATE`;
  const sample = await admitSample(scope, input);
  const before = await latestVersion(tx, sample);
  const standing = before?.state === 'COMPILED' ? await tx.monitoringData.findFirst({ where: { document: before.document, state: 'FED_BACK' } }) : before;
  const asked = askedCorrections(standing);
  const open = correctionsSince(asked, before?.state === 'COMPILED' ? compiledAt(before) : undefined);
  if (before?.reportId === sample.reportId && open.length === 0) {
    throw new Refusal('MONITORING_DATA_COMPILED', { field: 'sampleId', parameters: { number: before?.number ?? '' } });
  }
  const purchase = await tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
  const report = await tx.receivedInspectionReport.findUniqueOrThrow({ where: { id: sample.reportId ?? '' } });
  await requireNotRefused(tx, report.id, 'sampleId');
  // What an objection has cleared of this report stays so in whatever version follows.
  const told = standing?.reportId === report.id ? standing : null;
  const remark = optionalText('remark', input.remark) ?? (objections(asked).map(({ reason }) => reason).join('；') || (told?.remark ?? null));
  const { conclusion, failedItems: failed, producerDisowned } = correctedBy(asked, {
    conclusion: told?.conclusion ?? report.conclusion,
    failedItems: told ? (told.failedItems as unknown as ReturnType<typeof failedItems>) : failedItems(report.results as unknown as readonly ReportedResult[]),
    producerDisowned: before?.producerDisowned ?? false,
  });
  const data = await tx.monitoringData.create({
    data: {
      // At random: platforms compete, and a counter would tell each how much is found at the others.
      number: before?.number ?? (await takeNumber(tx, 'MONITORING_DATA', { holder: sample.holder, at: unit.now })),
      ...(before && { document: before.document, version: before.version + 1, supersedesId: before.id }),
      sampleId: sample.id,
      planId: sample.planId,
      reportId: report.id,
      ...toldOfPurchase(purchase, sample, producerDisowned),
      producerDisowned,
      conclusion,
      failedItems: failed.map((item) => ({ ...item })),
      remark,
      compiled: { ...actRecord(unit) },
      holder: sample.holder,
      concerned: planFollowers(sample),
      stateSince: unit.now,
      ...monitoringDataMachine.begin('compileMonitoringData'),
    },
  });
  // What nobody was told gives way at once; what was fed back stands until the new version is.
  if (before?.state === 'COMPILED') await supersedeMonitoringData(unit, before, data.id, 'sampleId');
  unit.emit({
    kind: 'MonitoringDataCompiled',
    subjectType: 'MonitoringData',
    subjectId: data.id,
    stamps: stampsOf(data),
    receivers: {},
  });
  return { valueId: data.id };
}

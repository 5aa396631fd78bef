import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { randomNumber } from '@hub/kernel/numbers/random-number.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { riskReportContent } from '../domain/risk-report-content.js';
import { riskReportMachine } from '../domain/risk-report-machine.js';
import type { ReportRiskInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';
import { registerPlatform } from './register-platform.js';
import { requireListings } from './require-listings.js';

/** Reports risk information to a centre (报送风险信息, 3.4 a), which takes it in by channel c. */
export async function reportRisk({ unit, caller }: ActScope<PlatformsTransaction>, input: ReportRiskInput): Promise<ActResult> {
  const content = riskReportContent(input, dayInShanghai(unit.now));
  const { id: centerId } = await requireParticipant(unit.tx, 'MONITORING_CENTER', input.centerId, 'centerId');
  await requireListings(unit.tx, caller.partyId, content.listingItemIds, 'listingItemIds');
  await registerPlatform(unit.tx, caller.partyId);
  const report = await unit.tx.riskReport.create({
    data: {
      ...content,
      observedOn: new Date(`${content.observedOn}T00:00:00Z`),
      number: randomNumber('BS', unit.now),
      centerId,
      submitted: { ...actRecord(unit) },
      submittedAt: unit.now,
      holder: caller.partyId,
      concerned: [centerId],
      ...riskReportMachine.begin('reportRisk'),
    },
  });
  const { id, number, holder: platformId } = report;
  unit.emit({
    kind: 'RiskReported',
    subjectType: 'RiskReport',
    subjectId: id,
    stamps: stampsOf(report),
    receivers: { 'monitoring-center': { id, number, platformId, centerId, ...content } },
  });
  return { valueId: id };
}

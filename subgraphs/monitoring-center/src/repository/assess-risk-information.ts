import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { assessmentMachine } from '../domain/assessment-machine.js';
import { harmLevel } from '../domain/harm-level.js';
import { riskInformationMachine } from '../domain/risk-information-machine.js';
import type { AssessRiskInformationInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { recordsToAssess } from './records-to-assess.js';

/**
 * Assesses a record, or the records of a cluster, by a named method, with evidence (5.1.2). The assessment keeps which records
 * those were; the records keep what their sources said.
 */
export async function assessRiskInformation(
  scope: ActScope<MonitoringCenterTransaction>,
  input: AssessRiskInformationInput,
): Promise<ActResult> {
  const { unit, caller } = scope;
  const { records, clusterId } = await recordsToAssess(scope, input);
  const harm = harmLevel(input.severity, input.probability, { codeLists: scope.codeLists, now: unit.now });
  const evidence = requireText('evidence', input.evidence);
  const { to } = riskInformationMachine.arrow('assessRiskInformation');
  const recordIds = records.map(({ id }) => id);
  await unit.tx.$executeRaw`
    UPDATE risk_information
    SET state = ${to}, reached = array_append(array_remove(reached, ${to}), ${to}), revision = revision + 1
    WHERE id = ANY(${recordIds}::text[])`;
  const assessment = await unit.tx.assessment.create({
    data: {
      recordIds,
      clusterId,
      method: input.method,
      hazardDegree: input.hazardDegree,
      severity: input.severity,
      probability: input.probability,
      harmLevel: harm.level,
      harmTableVersion: harm.tableVersion,
      spread: input.spread,
      evidence,
      assessed: { ...actRecord(unit) },
      assessedAt: unit.now,
      holder: caller.partyId,
      concerned: [],
      ...assessmentMachine.begin('assessRiskInformation'),
    },
  });
  unit.emit({
    kind: 'RiskInformationAssessed',
    subjectType: 'Assessment',
    subjectId: assessment.id,
    stamps: stampsOf(assessment),
    receivers: {},
  });
  return { valueId: assessment.id };
}

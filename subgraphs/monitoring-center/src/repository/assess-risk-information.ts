import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { harmLevel } from '../domain/harm-level.js';
import type { AssessRiskInformationInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Assesses a record by a named method, with evidence (5.1.2). The record keeps what its source said. */
export async function assessRiskInformation(
  { unit, admit }: ActScope<MonitoringCenterTransaction>,
  input: AssessRiskInformationInput,
): Promise<ActResult> {
  const record = admit(await unit.tx.riskInformation.findUnique({ where: { id: input.riskInformationId } }), {
    type: 'RiskInformation',
    id: input.riskInformationId,
    field: 'riskInformationId',
    expectedRevision: input.expectedRevision,
  });
  if (record.supersededById !== null) {
    throw new Refusal('VERSION_SUPERSEDED', {
      field: 'riskInformationId',
      parameters: { type: 'RiskInformation', version: record.version, by: record.supersededById },
    });
  }
  const harm = harmLevel(input.severity, input.probability);
  const evidence = requireText('evidence', input.evidence);
  const { count } = await unit.tx.riskInformation.updateMany({
    where: { id: record.id, revision: record.revision },
    data: {
      state: 'ASSESSED',
      reached: [...new Set([...record.reached, 'ASSESSED'])],
      revision: { increment: 1 },
    },
  });
  if (count === 0) throw new Refusal('CONCURRENT_CHANGE', { parameters: { type: 'RiskInformation' } });
  const assessment = await unit.tx.assessment.create({
    data: {
      riskInformationId: record.id,
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
      holder: record.holder,
      concerned: [],
      state: 'ASSESSED',
      reached: ['ASSESSED'],
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

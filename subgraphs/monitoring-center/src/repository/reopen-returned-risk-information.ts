import { riskInformationMachine } from '../domain/risk-information-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * The records of a returned report are to be assessed again, or nothing could follow from them any more; except those on
 * which another report rests that was not returned.
 */
export async function reopenReturnedRiskInformation(tx: MonitoringCenterTransaction, reportId: string): Promise<void> {
  const { from, to } = riskInformationMachine.arrow('regulator.AssessmentReportDecided');
  await tx.$executeRaw`
    UPDATE risk_information SET state = ${to}, revision = revision + 1
    WHERE state = ANY(${from}::text[])
      AND id IN (SELECT unnest(record_ids) FROM assessment WHERE report_id = ${reportId})
      AND NOT EXISTS (
        SELECT 1 FROM assessment a JOIN assessment_report r ON r.id = a.report_id
        WHERE a.record_ids @> ARRAY[risk_information.id] AND r.state <> 'RETURNED')`;
}

import type { MonitoringCenterTransaction } from './database.js';

/**
 * The records of a returned report are to be assessed again, or nothing could follow from them any more; except those on
 * which another report rests that was not returned.
 */
export async function reopenReturnedRiskInformation(tx: MonitoringCenterTransaction, reportId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE risk_information SET state = 'ASSESSED', revision = revision + 1
    WHERE state = 'ESCALATED'
      AND id IN (SELECT risk_information_id FROM assessment WHERE report_id = ${reportId})
      AND NOT EXISTS (
        SELECT 1 FROM assessment a JOIN assessment_report r ON r.id = a.report_id
        WHERE a.risk_information_id = risk_information.id AND r.state <> 'RETURNED')`;
}

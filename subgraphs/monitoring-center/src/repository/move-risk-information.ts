import { riskInformationMachine } from '../domain/risk-information-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** An act on assessments whose records follow it. */
type AssessmentCause = 'dismissRiskInformation' | 'countersignDismissal' | 'notifyOfRisk' | 'escalateAssessment';

/** Lets records follow their assessments (5.1.2): those that the cause leads on move, the others stay where they are. */
export async function moveRiskInformation(tx: MonitoringCenterTransaction, cause: AssessmentCause, ids: readonly string[]): Promise<void> {
  const { from, to } = riskInformationMachine.arrow(cause);
  await tx.$executeRaw`
    UPDATE risk_information
    SET state = ${to}, reached = array_append(array_remove(reached, ${to}), ${to}), revision = revision + 1
    WHERE id = ANY(${[...ids]}::text[]) AND state = ANY(${from}::text[])`;
}

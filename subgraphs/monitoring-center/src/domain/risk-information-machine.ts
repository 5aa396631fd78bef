import { StateMachine } from '@hub/kernel/states/state-machine.js';

/**
 * Risk information (风险信息, 2.5) follows its assessments (5.1.2). Where there are several, the stronger measure stands: what
 * was escalated is neither dismissed nor merely notified by another.
 */
export const riskInformationMachine = new StateMachine('RiskInformation', {
  takeInRiskInformation: { from: [], to: ['COLLECTED'] },
  'platforms.RiskReported': { from: [], to: ['COLLECTED'] },
  assessRiskInformation: { to: ['ASSESSED'] },
  dismissRiskInformation: { from: ['ASSESSED'], to: ['DISMISSED'] },
  countersignDismissal: { from: ['ASSESSED'], to: ['DISMISSED'] },
  notifyOfRisk: { from: ['ASSESSED', 'DISMISSED'], to: ['NOTIFIED'] },
  escalateAssessment: { from: ['ASSESSED', 'DISMISSED', 'NOTIFIED'], to: ['ESCALATED'] },
  'regulator.AssessmentReportDecided': { from: ['ESCALATED'], to: ['ASSESSED'] },
});

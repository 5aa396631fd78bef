import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** An assessment (风险信息评估, 5.1.2) leads to one of the three measures; a serious risk is dismissed by two persons. */
export const assessmentMachine = new StateMachine('Assessment', {
  assessRiskInformation: { from: [], to: ['ASSESSED'] },
  dismissRiskInformation: { to: ['DISMISSED', 'DISMISSAL_PROPOSED'] },
  countersignDismissal: { to: ['DISMISSED', 'ASSESSED'] },
  notifyOfRisk: { to: ['NOTIFIED'] },
  escalateAssessment: { to: ['ESCALATED'] },
});

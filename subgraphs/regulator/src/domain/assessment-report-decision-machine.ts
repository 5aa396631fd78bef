import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { DecisionOutcome } from '../generated/graphql.js';

/** A decision on an assessment report (3.1 b): it stands as it was made. */
export const assessmentReportDecisionMachine = new StateMachine<DecisionOutcome, 'decideAssessmentReport'>('AssessmentReportDecision', {
  decideAssessmentReport: { from: [], to: ['ACCEPTED', 'RETURNED'] },
});

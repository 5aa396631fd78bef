import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { CaseReferralState } from '../generated/graphql.js';

/** 案件移送 (3.1 d): taken or not by the place that it is referred to, unless it is withdrawn before. */
export const caseReferralMachine = new StateMachine<CaseReferralState, 'referCase' | 'answerCaseReferral' | 'withdrawCaseReferral'>('CaseReferral', {
  referCase: { from: [], to: ['REFERRED'] },
  answerCaseReferral: { to: ['ACCEPTED', 'DECLINED'] },
  withdrawCaseReferral: { to: ['WITHDRAWN'] },
});

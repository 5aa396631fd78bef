import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A risk notice (风险通知, 5.1.2 b) is answered once, with what was done. */
export const riskNoticeMachine = new StateMachine('RiskNotice', {
  notifyOfRisk: { from: [], to: ['SENT'] },
  answerRiskNotice: { to: ['ANSWERED'] },
});

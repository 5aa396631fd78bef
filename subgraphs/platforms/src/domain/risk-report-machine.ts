import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** 风险信息报送 (3.4 a): with the platform until the centre has taken it in. */
export const riskReportMachine = new StateMachine('RiskReport', {
  reportRisk: { from: [], to: ['SUBMITTED'] },
  'monitoring-center.RiskReportTakenIn': { from: ['SUBMITTED'], to: ['TAKEN_IN'] },
});

import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A cluster (风险信息归并, 5.1.1) is open until it goes into another, or too little is left of it. */
export const riskClusterMachine = new StateMachine('RiskCluster', {
  groupRiskInformation: { from: [], to: ['OPEN'] },
  partRiskInformation: { to: ['OPEN', 'DISSOLVED'] },
  mergeRiskClusters: { to: ['MERGED'] },
});

import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A proposal to group two records (归并建议, 5.1.1) waits for an analyst, and lapses where the records are grouped or parted otherwise, or tell something else. */
export const clusterProposalMachine = new StateMachine('ClusterProposal', {
  ClusterProposed: { from: [], to: ['PROPOSED'] },
  acceptClusterProposal: { to: ['ACCEPTED'] },
  declineClusterProposal: { to: ['DECLINED'] },
  ClusterProposalLapsed: { from: ['PROPOSED'], to: ['LAPSED'] },
  ClusterProposedAgain: { from: ['LAPSED'], to: ['PROPOSED'] },
});

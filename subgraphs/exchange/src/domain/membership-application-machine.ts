import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { MembershipApplicationState } from '../generated/graphql.js';

type Cause = 'recordMembershipApplication' | 'admitParticipant' | 'refuseMembership' | 'withdrawMembershipApplication';

/** An application to take part (入会申请, 5.4.4). */
export const membershipApplicationMachine = new StateMachine<MembershipApplicationState, Cause>('MembershipApplication', {
  recordMembershipApplication: { from: [], to: ['RECORDED'] },
  admitParticipant: { to: ['ADMITTED'] },
  refuseMembership: { to: ['REFUSED'] },
  withdrawMembershipApplication: { to: ['WITHDRAWN'] },
});

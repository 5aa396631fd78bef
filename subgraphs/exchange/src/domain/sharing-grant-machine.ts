import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { SharingGrantState } from '../generated/graphql.js';

/** A grant (共享授权, 5.4.3 a): in force until its time is over, somebody withdraws it, or who gave or has it leaves the hub. */
export const sharingGrantMachine = new StateMachine<SharingGrantState, 'grantSharing' | 'withdrawSharing' | 'SharingGrantEnded'>('SharingGrant', {
  grantSharing: { from: [], to: ['IN_FORCE'] },
  withdrawSharing: { to: ['WITHDRAWN'] },
  SharingGrantEnded: { from: ['IN_FORCE'], to: ['EXPIRED', 'LAPSED'] },
});

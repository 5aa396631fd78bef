import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { SharingRequestState } from '../generated/graphql.js';

/** An application to one holder (共享申请, 5.4.3 b): answered in time by the holder, or in its stead by the authority above. */
export const sharingRequestMachine = new StateMachine<
  SharingRequestState,
  'requestSharing' | 'extendSharingRequest' | 'SharingRequestEscalated' | 'grantSharing' | 'refuseSharing' | 'withdrawSharingRequest' | 'SharingRequestMoved'
>('SharingRequest', {
  requestSharing: { from: [], to: ['SUBMITTED'] },
  extendSharingRequest: { to: ['EXTENDED'] },
  SharingRequestEscalated: { from: ['SUBMITTED', 'EXTENDED', 'ESCALATED'], to: ['ESCALATED'] },
  grantSharing: { to: ['GRANTED', 'GRANTED_IN_PART'] },
  refuseSharing: { to: ['REFUSED'] },
  withdrawSharingRequest: { to: ['WITHDRAWN'] },
  SharingRequestMoved: { from: ['SUBMITTED', 'EXTENDED', 'ESCALATED'], to: ['WITHDRAWN'] },
});

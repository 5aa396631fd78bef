import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { PublicNoticeState } from '../generated/graphql.js';

/** 公告 (after 5.4.1): what was published stays on record, also when it is withdrawn. */
export const publicNoticeMachine = new StateMachine<PublicNoticeState, 'publishNotice' | 'ResultInDoubt' | 'withdrawPublicNotice'>('PublicNotice', {
  publishNotice: { from: [], to: ['PUBLISHED'] },
  // The data it rests on were superseded, or an objection to them arrived or was upheld.
  ResultInDoubt: { from: ['PUBLISHED'], to: ['UNDER_REVIEW'] },
  withdrawPublicNotice: { to: ['WITHDRAWN'] },
});

import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { TaskClaimState } from '../generated/graphql.js';

/** That a user works on a task (领办, 5.4.3 b): until it is given back, handed over or ended, or another claims it because the user has left the role. */
export const taskClaimMachine = new StateMachine<
  TaskClaimState,
  'claimTask' | 'TaskHandedOver' | 'handOverTask' | 'releaseTask' | 'TaskClaimLapsed' | '*.DutyClosed' | '*.DutyDropped'
>('TaskClaim', {
  claimTask: { from: [], to: ['HELD'] },
  TaskHandedOver: { from: [], to: ['HELD'] },
  handOverTask: { to: ['HANDED_OVER'] },
  releaseTask: { to: ['RELEASED'] },
  TaskClaimLapsed: { from: ['HELD'], to: ['LAPSED'] },
  '*.DutyClosed': { from: ['HELD'], to: ['ENDED'] },
  '*.DutyDropped': { from: ['HELD'], to: ['ENDED'] },
});

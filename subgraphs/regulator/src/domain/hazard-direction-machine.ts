import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { HazardDirectionState } from '../generated/graphql.js';

/** The acts by which a direction is given. */
export type DirectingAct = 'directPlatform' | 'directMerchant' | 'directEnterprise';

/** How an answer arrives: told by the addressee, or recorded on its behalf. */
export type AnsweringCause = 'platforms.DirectionReported' | 'recordDirectionAnswer';

/** A direction in a case (处置指令, 3.1 d): answered, perhaps in parts, and ended, sent back or withdrawn. */
export const hazardDirectionMachine = new StateMachine<
  HazardDirectionState,
  DirectingAct | AnsweringCause | 'endDirection' | 'withdrawDirection'
>('HazardDirection', {
  directPlatform: { from: [], to: ['ISSUED'] },
  directMerchant: { from: [], to: ['ISSUED'] },
  directEnterprise: { from: [], to: ['ISSUED'] },
  // An answer that is not final leaves the direction where it is; one that crosses what was recorded for its addressee is kept as well.
  'platforms.DirectionReported': { from: ['ISSUED', 'ANSWERED'], to: ['ISSUED', 'ANSWERED'] },
  recordDirectionAnswer: { to: ['ISSUED', 'ANSWERED'] },
  endDirection: { to: ['ENDED', 'ISSUED'] },
  withdrawDirection: { to: ['WITHDRAWN'] },
});

import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { AccessRecordState } from '../generated/graphql.js';

/** Who read whose data (查阅记录, 5.4.3 d): hidden from the holder as long as a plan or a case of the reader is under embargo (5.2.2). */
export const accessRecordMachine = new StateMachine<AccessRecordState, '*.AuditSealed' | 'EmbargoEnded'>('AccessRecord', {
  '*.AuditSealed': { from: [], to: ['EMBARGOED', 'SHOWN', 'OWN'] },
  EmbargoEnded: { from: ['EMBARGOED'], to: ['SHOWN'] },
});

import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { DataCorrectionState } from '../generated/graphql.js';

/** A request to correct data (数据勘误, 5.4.3 c): admitted by the owner's word, passed to the holder, answered by it. */
export const dataCorrectionMachine = new StateMachine<
  DataCorrectionState,
  | 'requestDataCorrection'
  | 'DataCorrectionAdmitted'
  | 'DataCorrectionNotAdmitted'
  | 'DataCorrectionOpened'
  | 'extendDataCorrection'
  | 'correctData'
  | 'rejectDataCorrection'
  | 'withdrawDataCorrection'
>('DataCorrection', {
  requestDataCorrection: { from: [], to: ['SUBMITTED'] },
  DataCorrectionAdmitted: { from: ['SUBMITTED'], to: ['ADMITTED'] },
  DataCorrectionNotAdmitted: { from: ['SUBMITTED'], to: ['NOT_ADMITTED'] },
  DataCorrectionOpened: { from: ['ADMITTED'], to: ['OPEN'] },
  extendDataCorrection: { to: ['EXTENDED'] },
  correctData: { to: ['CORRECTED'] },
  rejectDataCorrection: { to: ['REJECTED'] },
  withdrawDataCorrection: { to: ['WITHDRAWN'] },
});

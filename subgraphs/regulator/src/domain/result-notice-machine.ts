import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { ResultNoticeState } from '../generated/graphql.js';

/** How a notice gets served: receipt confirmed at the hub by its addressee, or service entered by the regulator. */
export type ServingCause = 'platforms.ResultNoticeConfirmed' | 'recordNoticeService';

/** 检验结果告知书 (after 5.4.1): served once, by whichever way comes first; a new version of the result takes its place. */
export const resultNoticeMachine = new StateMachine<
  ResultNoticeState,
  ServingCause | 'issueResultNotice' | 'withdrawResultNotice' | 'ReceivedMonitoringDataSuperseded'
>('ResultNotice', {
  issueResultNotice: { from: [], to: ['ISSUED'] },
  'platforms.ResultNoticeConfirmed': { from: ['ISSUED'], to: ['SERVED'] },
  recordNoticeService: { to: ['SERVED'] },
  withdrawResultNotice: { to: ['WITHDRAWN'] },
  ReceivedMonitoringDataSuperseded: { from: ['ISSUED', 'SERVED'], to: ['SUPERSEDED'] },
});

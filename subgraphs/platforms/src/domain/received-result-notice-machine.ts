import { StateMachine } from '@hub/kernel/states/state-machine.js';

/**
 * 收到的告知书 (after 5.4.1): served when its addressee confirms receipt or the regulator says that it was served otherwise; one objection may follow, and
 * is answered. A notice that ends takes nothing from an objection that was raised before.
 */
export const receivedResultNoticeMachine = new StateMachine('ReceivedResultNotice', {
  'regulator.ResultNoticeIssued': { from: [], to: ['RECEIVED'] },
  confirmResultNotice: { to: ['SERVED'] },
  'regulator.ResultNoticeServed': { from: ['RECEIVED', 'SERVED'], to: ['SERVED'] },
  objectToResult: { to: ['OBJECTED'] },
  // What the regulator entered for an addressee that had lost its account is answered, too; its retest may have superseded the notice.
  'regulator.ObjectionDecided': { from: ['SERVED', 'OBJECTED', 'SUPERSEDED'], to: ['DECIDED'] },
  'regulator.ResultNoticeEnded': { from: ['RECEIVED', 'SERVED'], to: ['WITHDRAWN', 'SUPERSEDED'] },
});

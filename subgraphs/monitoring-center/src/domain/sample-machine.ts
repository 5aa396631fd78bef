import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** From purchase to feedback (5.2.2 to 5.4.1): what goes back is returned (5.2.4 b), what cannot be inspected has failed (5.3.2). */
export const sampleMachine = new StateMachine('Sample', {
  recordPurchase: { from: [], to: ['PURCHASED'] },
  // The retention sample becomes one of its own (备样).
  'regulator.RetestOrdered': { from: [], to: ['WAREHOUSED'] },
  confirmSample: { to: ['CONFIRMED'] },
  shipSample: { to: ['SHIPPED'] },
  receiveSample: { to: ['RECEIVED'] },
  verifySample: { to: ['VERIFIED', 'REJECTED'] },
  returnSample: { to: ['RETURNED'] },
  registerSample: { to: ['REGISTERED'] },
  warehouseSample: { to: ['WAREHOUSED'] },
  commissionInspection: { to: ['COMMISSIONED'] },
  // A lab that declines leaves its samples for another.
  'labs.CommissionAnswered': { from: ['COMMISSIONED'], to: ['WAREHOUSED'] },
  withdrawCommission: { from: ['COMMISSIONED'], to: ['WAREHOUSED'] },
  // With its lab's word: what was not sent stays, and what was sent comes back.
  'labs.CommissionCorrectionAnswered': { from: ['COMMISSIONED', 'DISPATCHED', 'AT_LAB'], to: ['WAREHOUSED', 'RECALLED'] },
  // Of which nothing came back cannot be inspected any more.
  takeBackSample: { to: ['WAREHOUSED', 'INSPECTION_FAILED'] },
  dispatchSample: { to: ['DISPATCHED'] },
  'labs.SampleReceiptRecorded': { from: ['COMMISSIONED', 'DISPATCHED'], to: ['AT_LAB'] },
  'labs.InspectionFailed': { from: ['COMMISSIONED', 'DISPATCHED', 'AT_LAB'], to: ['INSPECTION_FAILED'] },
  // No lab can take a retest (无法复检).
  reportRetestImpossible: { to: ['INSPECTION_FAILED'] },
  'labs.InspectionReportIssued': { from: ['COMMISSIONED', 'DISPATCHED', 'AT_LAB'], to: ['REPORTED'] },
  feedBackMonitoringData: { from: ['REPORTED'], to: ['FED_BACK'] },
  // With the word of a second person (样品处置).
  witnessDisposal: { to: ['DISPOSED'] },
});

/** What moves a sample. */
export type SampleCause = keyof typeof sampleMachine.transitions;

import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A commission as the centre knows it (3.2 c, 3.3): reported when each sample has a report or a recorded failure. */
export const inspectionCommissionMachine = new StateMachine('InspectionCommission', {
  commissionInspection: { from: [], to: ['ISSUED'] },
  withdrawCommission: { to: ['WITHDRAWN'] },
  'labs.CommissionAnswered': { from: ['ISSUED'], to: ['ACCEPTED', 'DECLINED'] },
  'labs.CommissionCorrectionAnswered': { from: ['ACCEPTED'], to: ['WITHDRAWN'] },
  'labs.InspectionReportIssued': { from: ['ISSUED', 'ACCEPTED'], to: ['REPORTED'] },
  'labs.InspectionFailed': { from: ['ISSUED', 'ACCEPTED'], to: ['REPORTED'] },
});

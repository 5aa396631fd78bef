import { commissionAcceptanceMachine } from './commission-acceptance-machine.js';
import { commissionCorrectionMachine } from './commission-correction-machine.js';
import { inspectionReportMachine } from './inspection-report-machine.js';
import { sampleReceiptMachine } from './sample-receipt-machine.js';
import { signingKeyMachine } from './signing-key-machine.js';

/** What moves the rows of this subgraph; the page of state machines is drawn from here. */
export const machines = [commissionAcceptanceMachine, commissionCorrectionMachine, sampleReceiptMachine, inspectionReportMachine, signingKeyMachine];

import { acknowledgementMachine } from './acknowledgement-machine.js';
import { directionFulfilmentMachine } from './direction-fulfilment-machine.js';
import { listingMachine } from './listing-machine.js';
import { platformHandlingMachine } from './platform-handling-machine.js';
import { receivedResultNoticeMachine } from './received-result-notice-machine.js';
import { riskReportMachine } from './risk-report-machine.js';
import { selfInspectionMachine } from './self-inspection-machine.js';

/** The state machines of what the platforms keep. */
export const machines = [
  listingMachine,
  riskReportMachine,
  acknowledgementMachine,
  platformHandlingMachine,
  selfInspectionMachine,
  directionFulfilmentMachine,
  receivedResultNoticeMachine,
];

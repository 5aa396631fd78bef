import { acknowledgementMachine } from './acknowledgement-machine.js';
import { listingMachine } from './listing-machine.js';
import { platformHandlingMachine } from './platform-handling-machine.js';

/** The state machines of what the platforms keep. */
export const machines = [listingMachine, acknowledgementMachine, platformHandlingMachine];

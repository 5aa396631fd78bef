import { receivedMonitoringPlanMachine } from './received-monitoring-plan-machine.js';
import { samplingOrderMachine } from './sampling-order-machine.js';
import { workPlanMachine } from './work-plan-machine.js';

/** All types of the centre that have a state. */
export const machines = [receivedMonitoringPlanMachine, workPlanMachine, samplingOrderMachine];

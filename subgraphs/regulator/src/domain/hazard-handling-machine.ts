import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { HazardHandlingState } from '../generated/graphql.js';

/** A case on monitoring data (隐患处理, 3.1 d). */
export const hazardHandlingMachine = new StateMachine<HazardHandlingState, 'openHazardHandling' | 'closeHazardHandling'>('HazardHandling', {
  openHazardHandling: { from: [], to: ['OPEN'] },
  closeHazardHandling: { to: ['CLOSED'] },
});

import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** 处理 (3.4 b, 5.4.2): from the acknowledgement of data that fail to the result, or until a new version makes it void. */
export const platformHandlingMachine = new StateMachine('PlatformHandling', {
  acknowledgeMonitoringData: { from: [], to: ['OPEN'] },
  delistListings: { to: ['MEASURES_TAKEN'] },
  notifyShops: { to: ['MEASURES_TAKEN'] },
  completePlatformHandling: { to: ['COMPLETED'] },
  MonitoringDataSuperseded: { from: ['OPEN', 'MEASURES_TAKEN'], to: ['SUPERSEDED'] },
});

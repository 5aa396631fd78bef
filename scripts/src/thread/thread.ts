import type { ThreadStep } from './thread-step.js';
import { toTheEnd } from './to-the-end.js';
import { toThePlan } from './to-the-plan.js';
import { toTheWarehouse } from './to-the-warehouse.js';

/** The thread through four owners: each act by the party, role and user whose act it is. */
export const thread: readonly ThreadStep[] = [...toThePlan, ...toTheWarehouse, ...toTheEnd];

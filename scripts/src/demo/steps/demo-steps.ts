import type { Step } from '../step.js';
import { assessSteps } from './assess.js';
import { planSteps } from './plan.js';
import { workPlanSteps } from './work-plan.js';

/** The story of the demo from beginning to end. */
export const demoSteps: readonly Step[] = [...assessSteps, ...planSteps, ...workPlanSteps];

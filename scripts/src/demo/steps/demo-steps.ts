import type { Step } from '../step.js';
import { assessSteps } from './assess.js';
import { feedbackSteps } from './feedback.js';
import { closingSteps, handlingSteps } from './handling.js';
import { commissionSteps } from './inspection.js';
import { laboratorySteps } from './laboratory.js';
import { noticeSteps } from './notices.js';
import { planSteps } from './plan.js';
import { purchaseSteps } from './purchase.js';
import { sampleSteps } from './samples.js';
import { workPlanSteps } from './work-plan.js';

/** The story of the demo from beginning to end. */
export const demoSteps: readonly Step[] = [
  ...assessSteps,
  ...planSteps,
  ...workPlanSteps,
  ...purchaseSteps,
  ...sampleSteps,
  ...commissionSteps,
  ...laboratorySteps,
  ...feedbackSteps,
  ...handlingSteps,
  ...noticeSteps,
  ...closingSteps,
];

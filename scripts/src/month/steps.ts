import { completePlans, handleHazards } from './closing.js';
import { accept, commission, dispatch, enterResults, issueReports, lotsOf, prepareReports, receiveAtLab, review, type Lot } from './inspecting.js';
import { join } from './join.js';
import type { Month } from './month.js';
import { acceptParts, assignPart, issuePlan, orderSamples, startWorkPlans } from './planning.js';
import { buy, confirm, preserve, receive, register, ship, toBuy, verify, warehouse } from './sampling.js';
import { acknowledge, compile, failed, feedBack, handle, issueNotices, serveNotices, type Notice } from './telling.js';

/** A step of a month in which nothing goes wrong. */
export interface MonthStep {
  /** What is done, as one counts it: `reports issued`. */
  readonly name: string;
  /** How many, once it is done. */
  readonly take: (month: Month) => Promise<number>;
}

/** The month from the order to closed cases and completed plans, without mistakes and objections. */
export function monthSteps(): readonly MonthStep[] {
  let lots: readonly Lot[] = [];
  let notices: readonly Notice[] = [];
  const ofSamples = (name: string, take: (month: Month, samples: Month['samples']) => Promise<void>): MonthStep => ({
    name,
    async take(month) {
      await take(month, month.samples);
      return month.samples.length;
    },
  });
  return [
    {
      name: 'plans issued',
      async take(month) {
        await join(month);
        await issuePlan(month);
        for (const city of [0, 1] as const) await assignPart(month, city);
        await acceptParts(month);
        return 1 + month.cities.length;
      },
    },
    {
      name: 'orders placed',
      async take(month) {
        await startWorkPlans(month);
        await orderSamples(month);
        month.samples.push(...toBuy(month, month.orders));
        return month.orders.length;
      },
    },
    ofSamples('purchases recorded', buy),
    ofSamples('samples confirmed', confirm),
    ofSamples('samples shipped', ship),
    ofSamples('samples received', receive),
    ofSamples('samples verified', verify),
    ofSamples('samples registered', register),
    ofSamples('evidence preserved', preserve),
    ofSamples('samples warehoused', warehouse),
    {
      name: 'commissions accepted',
      async take(month) {
        lots = lotsOf(month.samples);
        await commission(month, lots);
        await accept(month, lots);
        return lots.length;
      },
    },
    ofSamples('samples dispatched', dispatch),
    ofSamples('samples received at labs', receiveAtLab),
    ofSamples('results taken in', enterResults),
    ofSamples('reports prepared', prepareReports),
    ofSamples('reports reviewed', review),
    ofSamples('reports issued', issueReports),
    ofSamples('results compiled', compile),
    ofSamples('results fed back', feedBack),
    ofSamples('results acknowledged', acknowledge),
    {
      name: 'failures handled',
      async take(month) {
        await handle(month, failed(month.samples));
        return failed(month.samples).length;
      },
    },
    {
      name: 'notices issued',
      async take(month) {
        notices = await issueNotices(month, failed(month.samples));
        return notices.length;
      },
    },
    {
      name: 'notices served',
      async take(month) {
        await serveNotices(month, notices);
        return notices.length;
      },
    },
    {
      name: 'plans completed',
      async take(month) {
        await handleHazards(month, failed(month.samples));
        await completePlans(month);
        return 1 + month.cities.length;
      },
    },
  ];
}

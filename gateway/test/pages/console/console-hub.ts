import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { threadState } from '../../../../scripts/src/thread/thread-state.js';
import { takeThreadStep } from '../../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../../scripts/src/thread/thread.js';
import { toThePlan } from '../../../../scripts/src/thread/to-the-plan.js';
import { toTheWarehouse } from '../../../../scripts/src/thread/to-the-warehouse.js';
import { JourneyHub } from '../../journeys/journey-hub.js';
import { openAs } from '../open-as.js';
import { openBrowser } from '../open-browser.js';
import type { ConsoleUnderTest } from './console-under-test.js';

/** One hub and one browser for all the tests of a file, filled before the first of them, which takes a minute. */
export function consoleHub(): ConsoleUnderTest {
  let hub: JourneyHub;
  let browser: Browser;
  beforeAll(async () => {
    // What is published here is checked by a processor that other tests use as well: a first check may take more than the usual ten seconds.
    const variables = { USAGE_REPORT_SECONDS: '1', COMPARISON_SECONDS: '1', UPSTREAM_TIMEOUT_MS: '30000' };
    [hub, browser] = await Promise.all([JourneyHub.start({ separate: false, variables }), openBrowser()]);
    await hub.ready();
    // One undertaking that is through, and one whose samples lie in the warehouse.
    for (const [run, steps] of [['through', thread], ['under-way', [...toThePlan, ...toTheWarehouse]]] as const) {
      const state = threadState(run);
      for (const step of steps) await takeThreadStep(hub, step, state);
    }
    // A field whose use is known.
    for (let asked = 0; asked < 3; asked += 1) await hub.ask({ identity: 'center', role: 'SAMPLER' }, '{ purchases(first: 5) { nodes { price { amount } } } }');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  return {
    get hub() {
      return hub;
    },
    get browser() {
      return browser;
    },
    openAs: (party, role, path, options) => openAs(browser, hub.url, party, role, path, options),
  };
}

import type { Browser } from 'playwright-core';
import type { JourneyHub } from '../../journeys/journey-hub.js';
import type { OpenPage, PageOptions } from '../open-browser.js';

/** A hub with its console before a browser; both are there once the tests begin. */
export interface ConsoleUnderTest {
  readonly hub: JourneyHub;
  readonly browser: Browser;
  /** Opens a page of the console as a demo identity in a role, both by what the list of identities says. */
  openAs(party: string, role: string, path: string, options?: PageOptions): Promise<OpenPage>;
}

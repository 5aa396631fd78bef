import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { RegistryDatabase } from './database.js';
import { followPublishedRegions } from './follow-published-regions.js';

export interface RegionsOfTheDayOptions {
  readonly database: RegistryDatabase;
  readonly log: Logger;
  /** Seconds between two looks at the calendar. */
  readonly seconds?: number;
  readonly now?: () => Date;
}

/** Lets the regions that a steward has published come into force, and end, on their day in Asia/Shanghai: what acts take and what is listed are the same. */
export function regionsOfTheDay({ database, log, seconds = 60, now = () => new Date() }: RegionsOfTheDayOptions): RunningWork {
  let followed = '';
  return repeatedWork({ seconds, log, failed: 'the regions could not follow the day' }, async () => {
    const day = dayInShanghai(now());
    if (day === followed) return;
    await followPublishedRegions(database, day);
    followed = day;
  });
}

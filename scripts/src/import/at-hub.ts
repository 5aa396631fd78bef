import { withExitCode } from '../exit-code.js';
import type { HubOptions } from './hub-at.js';
import { HubRefused } from './hub-desk.js';
import { localeNamed, toldIn } from './told-in.js';

/** Runs a command at a hub, in the language that was asked for, and ends with what came of it: 0 done, 1 refused by the hub, 2 no answer, 3 wrong input. */
export function atHub(options: HubOptions, work: () => Promise<void>): Promise<void> {
  return withExitCode(() =>
    toldIn(localeNamed(options.lang), async () => {
      try {
        await work();
        return 0;
      } catch (error) {
        if (!(error instanceof HubRefused)) throw error;
        console.error(error.message);
        return 1;
      }
    }),
  );
}

import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { CheckResult, CheckSchemas, CheckTask } from '@hub/schema/check/check-task.js';
import { checkLimits } from '../domain/check-limits.js';
import { checkTimedOut } from './check-timed-out.js';
import type { Turns } from './turns.js';

/** That a transaction asks for a check that was not run. */
class CheckNeeded extends Error {
  readonly task: CheckTask;
  readonly how: Parameters<CheckSchemas>[1];

  constructor(task: CheckTask, how: Parameters<CheckSchemas>[1]) {
    super('A check of schemas is run outside of transactions.');
    this.task = task;
    this.how = how;
  }
}

/** The latest results that are kept: an act asks for four at most, all candidates or the rest, each with former texts too. */
const kept = 4;

/**
 * Lets acts check schemas, which takes seconds, and hold neither a connection nor a lock meanwhile: a transaction that asks for a check is undone, the check is run, and the transaction begun anew. Where
 * it then asks for the same, what was read before is as it was; else it is checked once more. Those who publish take turns: whoever has waited for another reads anew before anything is checked for him.
 *
 * @param turns of all who publish in this process
 */
export function outsideTransactions(run: CheckSchemas, turns: Turns, longest: number = checkLimits.longest) {
  let results: readonly (readonly [string, CheckResult])[] = [];
  let since: number | undefined;
  return {
    check: async (task: CheckTask, how?: Parameters<CheckSchemas>[1]): Promise<CheckResult> => {
      const [, result] = results.find(([key]) => key === keyOf(task)) ?? [];
      if (!result) throw new CheckNeeded(task, how);
      since = undefined;
      return result;
    },
    again: async (error: unknown): Promise<boolean> => {
      if (!(error instanceof CheckNeeded)) return false;
      since ??= Date.now();
      if (Date.now() - since > longest) throw checkTimedOut(longest);
      const { task, how } = error;
      const checked = async () => {
        results = [[keyOf(task), await run(task, how)] as const, ...results].slice(0, kept);
      };
      try {
        if (how?.first) await turns.unlessOvertaken(checked, how);
        else await checked();
      } catch (failure) {
        // The next item has its own time.
        since = undefined;
        throw failure;
      }
      return true;
    },
  };
}

function keyOf(task: CheckTask): string {
  return sha256(canonicalJson(task));
}

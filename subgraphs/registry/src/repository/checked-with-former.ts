import type { CheckResult, CheckSchemas, CheckTask } from '@hub/schema/check/check-task.js';
import type { RegistryTransaction } from './database.js';
import { formerSchemas } from './former-schemas.js';

/** Checks a task, and once more with what was in force before where a name in it is new there and stood in a former text: all of those are never read. */
export async function checkedWithFormer(tx: Pick<RegistryTransaction, '$queryRaw'>, check: CheckSchemas, task: CheckTask, how?: Parameters<CheckSchemas>[1]): Promise<CheckResult> {
  const result = await check(task, how);
  const former = await formerSchemas(tx, result.newNames ?? {});
  return Object.keys(former).length === 0 ? result : check({ ...task, former }, how);
}

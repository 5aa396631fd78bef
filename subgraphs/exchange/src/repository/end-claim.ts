import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { taskClaimMachine } from '../domain/task-claim-machine.js';
import type { ExchangeTransaction } from './database.js';

/** Ends the claim on a duty that is locked, for it was done or its cause is gone: a task disappears with its duty, and what was done stays to be seen. */
export async function endClaim({ tx, now }: UnitOfWork<ExchangeTransaction>, dutyId: string, cause: '*.DutyClosed' | '*.DutyDropped'): Promise<void> {
  const held = await tx.taskClaim.findFirst({ where: { dutyId, state: 'HELD' } });
  if (held) await tx.taskClaim.update({ where: { id: held.id }, data: { endedAt: now, ...taskClaimMachine.move(cause, held) } });
}

import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { PlatformHandling, Prisma } from '@hub/prisma/platforms/generated/client.js';
import { platformHandlingMachine } from '../domain/platform-handling-machine.js';
import type { PlatformsTransaction } from './database.js';

/**
 * Moves a handling (处理, 5.4.2) for a cause, with what the cause changes besides, and tells the log.
 * @throws Refusal CONCURRENT_CHANGE
 */
export async function moveHandling(
  unit: UnitOfWork<PlatformsTransaction>,
  cause: keyof typeof platformHandlingMachine.transitions,
  handling: PlatformHandling,
  changes: Prisma.PlatformHandlingUpdateManyMutationInput = {},
): Promise<void> {
  const [moved] = await unit.tx.platformHandling.updateManyAndReturn({
    where: { id: handling.id, revision: handling.revision },
    data: { ...changes, ...platformHandlingMachine.move(cause, handling) },
  });
  if (!moved) throw new Refusal('CONCURRENT_CHANGE', { field: 'monitoringDataId', parameters: { type: 'PlatformHandling' } });
  unit.emit({
    kind: 'PlatformHandlingMoved',
    subjectType: 'PlatformHandling',
    subjectId: moved.id,
    stamps: stampsOf(moved),
    receivers: {},
  });
}

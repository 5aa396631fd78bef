import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { PlatformHandling, Prisma } from '@hub/prisma/platforms/generated/client.js';
import type { HandlingMeasure } from '../domain/handling-measure.js';
import type { PlatformsTransaction } from './database.js';
import { moveHandling } from './move-handling.js';

/** Adds a measure to a handling (处理措施, 5.4.2). */
export async function recordMeasure(
  unit: UnitOfWork<PlatformsTransaction>,
  cause: 'delistListings' | 'notifyShops',
  handling: PlatformHandling,
  measure: Omit<HandlingMeasure, 'recorded'>,
): Promise<void> {
  const measures = [...(handling.measures as unknown as HandlingMeasure[]), { ...measure, recorded: actRecord(unit) }];
  await moveHandling(unit, cause, handling, { measures: measures as unknown as Prisma.InputJsonArray });
}

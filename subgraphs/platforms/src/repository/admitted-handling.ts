import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { PlatformHandling } from '@hub/prisma/platforms/generated/client.js';
import type { PlatformsTransaction } from './database.js';

/** The handling that an item names, locked: measures that two officers record at once follow one upon the other. */
export async function admittedHandling(
  { unit, caller, admit }: ActScope<PlatformsTransaction>,
  { monitoringDataId: id, expectedRevision }: { readonly monitoringDataId: string; readonly expectedRevision?: number | null | undefined },
): Promise<PlatformHandling> {
  await unit.tx.$queryRaw`SELECT id FROM platform_handling WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  return admit(await unit.tx.platformHandling.findUnique({ where: { id } }), {
    type: 'PlatformHandling',
    id,
    field: 'monitoringDataId',
    expectedRevision,
  });
}

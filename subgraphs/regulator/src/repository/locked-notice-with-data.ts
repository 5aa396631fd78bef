import type { ResultNotice } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';
import { lockedNotice } from './locked-notice.js';
import { lockedReceivedData } from './locked-received-data.js';

/**
 * A result notice to which somebody objects, held to the commit with the data that it tells of: a public notice of them that is published at once waits, or is found. The
 * data first, as where a notice is issued. Of an act its holder’s alone: nobody waits for another’s.
 */
export async function lockedNoticeWithData(tx: RegulatorTransaction, id: string, holder: string | null): Promise<ResultNotice | null> {
  const named = await tx.resultNotice.findFirst({ where: { id, ...(holder !== null && { holder }) }, select: { monitoringDataId: true } });
  if (!named) return null;
  await lockedReceivedData(tx, [named.monitoringDataId], holder);
  return lockedNotice(tx, id, holder);
}

import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { AskedCorrection } from '../domain/asked-correction.js';
import { askCorrection } from '../repository/ask-correction.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';

/** What a regulator tells the centre of an objection that it upholds (after 5.4.1). */
interface ObjectionUpheld extends Omit<AskedCorrection, 'askedAt'> {
  readonly regulatorId: string;
  readonly monitoringDataId: string;
}

/**
 * An objection was upheld: the monitoring data are to be corrected by a new version, and that is owed. Whatever has superseded them in the meantime is what is
 * corrected, unless it finds the product conforming already; a product that is not its nominal producer's is so in any version.
 */
export const takeInUpheldObjection: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { tx } = unit;
  const { regulatorId, monitoringDataId, ground, reason } = event.payload as unknown as ObjectionUpheld;
  const data = await tx.monitoringData.findUnique({ where: { id: monitoringDataId } });
  const latest = data && (await tx.monitoringData.findFirst({ where: { document: data.document, state: 'FED_BACK' } }));
  if (latest?.concerned[0] !== regulatorId) {
    await keepUnmatchedEvent(unit, event, 'the regulator has no such monitoring data', log);
    return;
  }
  if (ground !== 'NOT_OUR_PRODUCT' && latest.conclusion !== 'NONCONFORMING') return;
  await askCorrection(unit, latest, { ground, reason });
};

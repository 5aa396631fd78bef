import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { participantsByUscc } from '@hub/kernel/members/participants-by-uscc.js';
import { acknowledgementMachine } from '../domain/acknowledgement-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { registerPlatform } from '../repository/register-platform.js';
import { supersedeMonitoringData } from '../repository/supersede-monitoring-data.js';

/** What the centre tells of monitoring data that it feeds back (5.4.1); the result itself is read at the centre. */
interface MonitoringDataFedBack {
  readonly id: string;
  readonly number: string;
  readonly platformId: string;
  readonly centerId: string;
  readonly regulatorId: string;
  readonly listingItemId: string | null;
  readonly acknowledgeBy: string;
  // An event that was told before these were has none of them.
  readonly version?: number;
  readonly supersedesId?: string | null;
  readonly productName?: string | null;
  readonly conclusion?: string | null;
  readonly shopName?: string | null;
  readonly merchantUscc?: string | null;
  readonly sellerRegion?: string | null;
}

/**
 * Monitoring data arrive at the platform's desk; from now on an acknowledgement is owed (5.4.2). The merchant that they are
 * about may act on them (3.5), and a version that they take the place of asks for nothing more.
 */
export const takeInMonitoringData: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const data = event.payload as unknown as MonitoringDataFedBack;
  // Fed back twice is at the desk once: a correction has an id of its own.
  if (await unit.tx.monitoringDataAcknowledgement.findUnique({ where: { id: data.id }, select: { id: true } })) return;
  const acknowledgeBy = new Date(data.acknowledgeBy);
  const owedTo = [...new Set([data.centerId, data.regulatorId])];
  const merchants = await participantsByUscc(unit.tx, 'MERCHANT', data.merchantUscc ?? null);
  const concerned = [...new Set([...owedTo, ...merchants])];
  const stamps = { holder: data.platformId, concerned, ...acknowledgementMachine.begin('monitoring-center.MonitoringDataFedBack') };
  await registerPlatform(unit.tx, data.platformId);
  const listing = await unit.tx.listing.findFirst({ where: { holder: data.platformId, itemId: data.listingItemId ?? '' }, select: { category: true } });
  await unit.tx.monitoringDataAcknowledgement.create({
    data: {
      id: data.id,
      number: data.number,
      version: data.version ?? 1,
      receivedAt: unit.now,
      acknowledgeBy,
      listingItemId: data.listingItemId,
      productName: data.productName ?? null,
      conclusion: data.conclusion ?? null,
      shopName: data.shopName ?? null,
      merchantUscc: data.merchantUscc ?? null,
      productCategory: listing?.category ?? null,
      sellerRegion: data.sellerRegion ?? null,
      owedTo,
      cause: `${event.source}:${event.id}`,
      ...stamps,
    },
  });
  await unit.openDuty({
    kind: 'AcknowledgeMonitoringData',
    subjectType: 'MonitoringData',
    subjectId: data.id,
    partyId: data.platformId,
    role: 'OFFICER',
    dueAt: acknowledgeBy,
    concerned: owedTo,
  });
  unit.emit({
    kind: 'MonitoringDataReceived',
    subjectType: 'MonitoringDataAcknowledgement',
    subjectId: data.id,
    stamps: stampsOf(stamps),
    receivers: {},
  });
  if (data.supersedesId) await supersedeMonitoringData(unit, data.supersedesId, data.id);
};

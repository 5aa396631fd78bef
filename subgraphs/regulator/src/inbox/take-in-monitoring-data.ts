import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { deskState } from '../domain/desk-state.js';
import { receivedMonitoringDataMachine } from '../domain/received-monitoring-data-machine.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { endRetest } from '../repository/end-retest.js';
import { oweNotices } from '../repository/owe-notices.js';
import { reviewPublicNotices } from '../repository/review-public-notices.js';
import { supersedeReceivedData } from '../repository/supersede-received-data.js';
import { supersedeResultNotices } from '../repository/supersede-result-notices.js';

/** What the centre tells the issuing regulator of monitoring data that it feeds back (5.4.1). */
interface MonitoringDataFedBack {
  readonly id: string;
  readonly number: string;
  readonly document: string;
  readonly version: number;
  readonly supersedesId: string | null;
  readonly regulatorId: string;
  readonly centerId: string;
  readonly planId: string;
  /** Absent in what was told before it was. */
  readonly productCategory?: string | null;
  readonly productName: string;
  readonly brand: string | null;
  readonly producerName: string | null;
  readonly producerUscc: string | null;
  readonly conclusion: string;
  readonly failedItems: readonly { readonly name: string }[];
  readonly platformId: string;
  readonly shopName: string;
  readonly merchantName: string | null;
  readonly merchantUscc: string | null;
  readonly sellerRegion: string | null;
  readonly producerRegion: string | null;
  readonly fedBackAt: string;
  /** The retest that it comes of; absent in what was told before there were any. */
  readonly retestId?: string | null;
}

/**
 * Monitoring data arrives at the desk of the regulator that issued the plan. What does not conform is handled from now on
 * (3.1 d), and told to whom it is held against (after 5.4.1): a duty to open a case begins, unless an open case is on the version before.
 */
export const takeInMonitoringData: InboxHandler<RegulatorTransaction> = async (unit, event) => {
  const data = event.payload as unknown as MonitoringDataFedBack;
  if (await unit.tx.receivedMonitoringData.findUnique({ where: { id: data.id }, select: { id: true } })) return;
  const openCaseId = data.supersedesId === null ? null : await supersedeReceivedData(unit, data.supersedesId, data.id);
  const state = deskState(data.conclusion, openCaseId !== null);
  const received = await unit.tx.receivedMonitoringData.create({
    data: {
      id: data.id,
      number: data.number,
      document: data.document,
      version: data.version,
      planId: data.planId,
      centerId: data.centerId,
      productCategory: data.productCategory ?? null,
      productName: data.productName,
      brand: data.brand,
      producerName: data.producerName,
      producerUscc: data.producerUscc,
      conclusion: data.conclusion,
      failedItems: data.failedItems.map(({ name }) => name),
      platformId: data.platformId,
      shopName: data.shopName,
      merchantName: data.merchantName,
      merchantUscc: data.merchantUscc,
      sellerRegion: data.sellerRegion,
      producerRegion: data.producerRegion,
      fedBackAt: new Date(data.fedBackAt),
      receivedAt: unit.now,
      cause: `${event.source}:${event.id}`,
      handlingId: state === 'IN_HANDLING' ? openCaseId : null,
      holder: data.regulatorId,
      concerned: [data.centerId],
      ...receivedMonitoringDataMachine.begin('monitoring-center.MonitoringDataFedBack', state),
    },
  });
  if (data.retestId != null) {
    await endRetest(unit, data.retestId, { cause: 'monitoring-center.MonitoringDataFedBack', conclusion: data.conclusion, newMonitoringDataId: data.id });
  }
  if (data.supersedesId !== null) {
    await supersedeResultNotices(unit, data.supersedesId);
    await reviewPublicNotices(unit, [data.supersedesId]);
  }
  await oweNotices(unit, received);
  if (state === 'RECEIVED') {
    await unit.openDuty({
      kind: 'OpenHazardHandling',
      subjectType: 'ReceivedMonitoringData',
      subjectId: received.id,
      partyId: received.holder,
      role: 'OFFICER',
      dueAt: await unit.dueBy('OpenHazardHandling'),
      concerned: received.concerned,
      partOf: received.planId,
    });
  }
  unit.emit({
    kind: 'MonitoringDataReceived',
    subjectType: 'ReceivedMonitoringData',
    subjectId: received.id,
    stamps: stampsOf(received),
    receivers: {},
  });
};

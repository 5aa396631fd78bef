import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { noticedParty } from '../domain/noticed-party.js';
import { resultNoticeMachine } from '../domain/result-notice-machine.js';
import type { IssueResultNoticeInput, ResultNoticeState } from '../generated/graphql.js';
import { addresseeAccount } from './addressee-account.js';
import type { RegulatorTransaction } from './database.js';
import { lockedReceivedData } from './locked-received-data.js';
import { oweNotices } from './owe-notices.js';
import { toAddressee } from './to-addressee.js';

const inForce: ResultNoticeState[] = ['ISSUED', 'SERVED'];

/** Tells seller, nominal producer or platform of a result in writing (告知, after 5.4.1); from now on its service is owed. */
export async function issueResultNotice(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  { monitoringDataId, expectedRevision, capacity, ...input }: IssueResultNoticeInput,
): Promise<ActResult> {
  const { tx, now } = unit;
  const [found = null] = await lockedReceivedData(tx, [monitoringDataId], caller.partyId);
  const data = admit(found, { type: 'ReceivedMonitoringData', id: monitoringDataId, field: 'monitoringDataId', expectedRevision });
  const text = requireText('text', input.text);
  const before = await tx.resultNotice.findFirst({ where: { monitoringDataId, capacity, state: { in: inForce } } });
  if (before) throw new Refusal('NOTICE_ISSUED', { field: 'capacity', parameters: { number: before.number, data: data.number } });
  const party = noticedParty(data, capacity);
  if (!party) throw new Refusal('NOTICE_ADDRESSEE_UNKNOWN', { field: 'capacity', parameters: { data: data.number } });
  const addressee = await addresseeAccount(tx, party);
  const notice = await tx.resultNotice.create({
    data: {
      number: await takeNumber(tx, 'RESULT_NOTICE', { holder: data.holder, at: now }),
      monitoringDataId,
      planId: data.planId,
      capacity,
      addresseeId: addressee.id,
      addresseeName: addressee.name,
      addresseeUscc: addressee.uscc,
      productName: data.productName,
      brand: data.brand,
      producerName: data.producerName,
      shopName: data.shopName,
      conclusion: data.conclusion,
      failedItems: data.failedItems,
      text,
      issuedAt: now,
      serveBy: await unit.dueBy('ServeResultNotice'),
      issued: { ...actRecord(unit) },
      holder: data.holder,
      concerned: [data.centerId, ...(addressee.id === null ? [] : [addressee.id])],
      ...resultNoticeMachine.begin('issueResultNotice'),
    },
  });
  await unit.openDuty({
    kind: 'ServeResultNotice',
    subjectType: 'ResultNotice',
    subjectId: notice.id,
    partyId: notice.holder,
    role: 'OFFICER',
    dueAt: notice.serveBy,
    concerned: [data.centerId],
    partOf: notice.planId,
  });
  await oweNotices(unit, data);
  unit.emit({
    kind: 'ResultNoticeIssued',
    subjectType: 'ResultNotice',
    subjectId: notice.id,
    stamps: stampsOf(notice),
    receivers: toAddressee(notice, {
      id: notice.id,
      number: notice.number,
      regulatorId: notice.holder,
      capacity,
      addresseeId: notice.addresseeId,
      monitoringDataId,
      productName: notice.productName,
      text,
    }),
  });
  return { valueId: notice.id };
}

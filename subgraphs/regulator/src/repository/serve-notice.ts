import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Sealed } from '@hub/kernel/personal/personal-data.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ResultNotice } from '@hub/prisma/regulator/generated/client.js';
import type { KeptNoticeService } from '../domain/kept-notice-service.js';
import { resultNoticeMachine, type ServingCause } from '../domain/result-notice-machine.js';
import type { RegulatorTransaction } from './database.js';
import { toAddressee } from './to-addressee.js';

/**
 * A notice is served (送达, after 5.4.1): its service is owed no more, and its addressee may object from now on.
 * @param recipient who took it, encrypted
 * @param by the act record of whoever confirmed; where left out, of whoever acts here
 */
export async function serveNotice(
  unit: UnitOfWork<RegulatorTransaction>,
  cause: ServingCause,
  before: ResultNotice,
  { service, objectBy, by, recipient }: { readonly service: KeptNoticeService; readonly objectBy: Date; readonly by?: object; readonly recipient?: Sealed | undefined },
): Promise<void> {
  const notice = await unit.tx.resultNotice.update({
    where: { id: before.id },
    data: {
      ...{ ...resultNoticeMachine.move(cause, before), service: { ...service }, objectBy, served: { ...(by ?? actRecord(unit)) } },
      ...{ recipientId: recipient?.personId ?? null, sealedRecipient: recipient?.sealed ?? null },
    },
  });
  await unit.closeDuties('ServeResultNotice', notice.id);
  unit.emit({
    kind: 'ResultNoticeServed',
    subjectType: 'ResultNotice',
    subjectId: notice.id,
    stamps: stampsOf(notice),
    receivers: toAddressee(notice, { id: notice.id, method: service.method, servedAt: service.servedAt, objectBy: objectBy.toISOString() }),
  });
}

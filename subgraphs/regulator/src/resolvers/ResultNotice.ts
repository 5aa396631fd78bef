import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { noticeService } from '../domain/kept-notice-service.js';
import type { ActRecord, NoticeCapacity, ResultNoticeResolvers, ResultNoticeState, Verdict } from '../generated/graphql.js';

export const ResultNotice: ResultNoticeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.resultNotice.load(id),
  capacity: ({ capacity }) => capacity as NoticeCapacity,
  addressee: ({ addresseeId }) => (addresseeId === null ? null : { id: addresseeId }),
  regulator: ({ holder }) => ({ id: holder }),
  monitoringData: ({ monitoringDataId }) => ({ id: monitoringDataId }),
  conclusion: ({ conclusion }) => conclusion as Verdict,
  state: ({ state }) => state as ResultNoticeState,
  service: async ({ service, recipientId, sealedRecipient }, _args, { loaders }) => {
    const kept = noticeService(service);
    return kept && { ...kept, recipient: kept.recipient ?? (await loaders.noticeRecipient.load({ personId: recipientId, sealed: sealedRecipient }))?.name ?? null };
  },
  recipientRecord: async ({ recipientId }, _args, { loaders }) => (recipientId === null ? null : await loaders.recipientRecord.load(recipientId)),
  objection: async ({ id }, _args, { loaders }) => {
    const raised = await loaders.objectionsOfNotice.load(id);
    return raised.find(({ onBehalf }) => !onBehalf) ?? raised[0] ?? null;
  },
  issued: ({ issued }) => issued as unknown as ActRecord,
  served: ({ served }) => served as unknown as ActRecord | null,
};

import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type {
  NoticeCapacity,
  ObjectionAnswer,
  RaisedObjection,
  ReceivedResultNoticeResolvers,
  ReceivedResultNoticeState,
  ServiceMethod,
} from '../generated/graphql.js';

export const ReceivedResultNotice: ReceivedResultNoticeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.receivedResultNotice.load(id),
  notice: ({ id }) => ({ id }),
  capacity: ({ capacity }) => capacity as NoticeCapacity,
  addressee: ({ addresseeId }) => ({ id: addresseeId }),
  regulator: ({ regulatorId }) => ({ id: regulatorId }),
  monitoringData: ({ monitoringDataId }) => ({ id: monitoringDataId }),
  state: ({ state }) => state as ReceivedResultNoticeState,
  serviceMethod: ({ serviceMethod }) => serviceMethod as ServiceMethod | null,
  objection: ({ objection }) => objection as unknown as RaisedObjection | null,
  objectionAnswer: ({ objectionAnswer }) => {
    const kept = objectionAnswer as (Omit<ObjectionAnswer, 'decidedAt'> & { readonly decidedAt: string }) | null;
    return kept && { ...kept, decidedAt: new Date(kept.decidedAt) };
  },
};

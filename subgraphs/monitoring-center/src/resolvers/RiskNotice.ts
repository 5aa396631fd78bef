import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, RiskNoticeAddresseeKind, RiskNoticeAnswer, RiskNoticeResolvers, RiskNoticeState } from '../generated/graphql.js';

export const RiskNotice: RiskNoticeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.riskNotice.load(id),
  addressee: ({ addresseeId }) => (addresseeId === null ? null : { id: addresseeId }),
  addresseeKind: ({ addresseeKind }) => addresseeKind as RiskNoticeAddresseeKind,
  sent: ({ sent }) => sent as unknown as ActRecord,
  answer: ({ answer }) => answer as unknown as RiskNoticeAnswer | null,
  state: ({ state }) => state as RiskNoticeState,
  center: ({ holder }) => ({ id: holder }),
  assessment: ({ assessmentId }, _args, { loaders }) => loaders.assessment.load(assessmentId),
};

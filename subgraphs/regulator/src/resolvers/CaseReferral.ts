import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { referralReply } from '../domain/kept-referral-reply.js';
import type { ActRecord, CaseReferralResolvers, CaseReferralState, EvidenceFile, ReferralRecipientKind } from '../generated/graphql.js';

export const CaseReferral: CaseReferralResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.caseReferral.load(id),
  handling: ({ handlingId }, _args, { loaders }) => loaders.hazardHandling.load(handlingId),
  regulator: ({ holder }) => ({ id: holder }),
  recipient: ({ recipientId }) => (recipientId === null ? null : { id: recipientId }),
  recipientKind: ({ recipientKind }) => recipientKind as ReferralRecipientKind,
  evidence: ({ evidence }) => evidence as unknown as EvidenceFile[],
  state: ({ state }) => state as CaseReferralState,
  reply: ({ reply }) => referralReply(reply),
  referred: ({ referred }) => referred as unknown as ActRecord,
};

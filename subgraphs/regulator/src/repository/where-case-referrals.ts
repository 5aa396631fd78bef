import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { CaseReferralFilter } from '../generated/graphql.js';

/** What a filter of referrals asks of the rows (案件移送, 3.1 d). */
export function whereCaseReferrals(filter: CaseReferralFilter | null | undefined): Where {
  const replied = [
    ...(filter?.replyEvidenceHash ? [{ reply: { path: ['evidence'], array_contains: [{ hash: filter.replyEvidenceHash }] } }] : []),
    ...(filter?.replyOnBehalf != null ? [{ reply: { path: ['onBehalf'], equals: filter.replyOnBehalf } }] : []),
  ];
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.recipientId && { recipientId: filter.recipientId }),
    ...(filter?.handlingId && { handlingId: filter.handlingId }),
    ...(filter?.evidenceHash && { evidence: { array_contains: [{ hash: filter.evidenceHash }] } }),
    ...(replied.length > 0 && { AND: replied }),
    ...(filter?.answerBefore && { answerBy: { lt: filter.answerBefore } }),
  };
}

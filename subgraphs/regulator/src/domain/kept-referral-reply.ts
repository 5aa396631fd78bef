import type { ReferralReply } from '../generated/graphql.js';

/** A reply to a referral as it is read: it is kept beside the referral, in JSON, with its time as text. */
export function referralReply(kept: unknown): ReferralReply | null {
  const reply = kept as (Omit<ReferralReply, 'repliedAt'> & { readonly repliedAt: string }) | null;
  return reply && { ...reply, repliedAt: new Date(reply.repliedAt) };
}

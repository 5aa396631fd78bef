import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { AcceptCommissionInput } from '../generated/graphql.js';

/** A lab's answer to a commission, checked (3.3 a). */
export type AnswerToCommission =
  | { readonly state: 'ACCEPTED'; readonly promisedAt: Date; readonly reason: null }
  | { readonly state: 'DECLINED'; readonly promisedAt: null; readonly reason: string };

/** @throws Refusal VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG, TIME_IN_PAST, AGREED_TIME_PASSED */
export function answerToCommission(
  input: Pick<AcceptCommissionInput, 'answer' | 'promisedAt' | 'reason'>,
  agreedDueAt: Date,
  now: Date,
): AnswerToCommission {
  const reason = optionalText('reason', input.reason);
  if (input.answer === 'DECLINE') {
    requireValid(input.promisedAt == null, 'promisedAt', 'who declines promises nothing', 'no promisedAt with DECLINE');
    if (reason === null) {
      throw new Refusal('VALUE_REQUIRED', { field: 'reason', parameters: { field: 'reason', problem: 'a commission is declined with a reason' } });
    }
    return { state: 'DECLINED', promisedAt: null, reason };
  }
  requireValid(reason === null, 'reason', 'a reason belongs to a refusal', 'no reason with ACCEPT');
  const agreed = agreedDueAt.toISOString();
  if (agreedDueAt <= now) throw new Refusal('AGREED_TIME_PASSED', { field: 'answer', parameters: { agreed } });
  const promisedAt = requireFuture('promisedAt', input.promisedAt ?? agreedDueAt, now);
  requireValid(promisedAt <= agreedDueAt, 'promisedAt', 'it is later than agreed', agreed);
  return { state: 'ACCEPTED', promisedAt, reason: null };
}

import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
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
    requireValid(input.promisedAt == null, 'promisedAt', { en: 'who declines promises nothing', 'zh-CN': '拒绝委托时不作承诺' }, { en: 'no promisedAt with DECLINE', 'zh-CN': 'DECLINE 时不填 promisedAt' });
    if (reason === null) {
      const problem = { en: 'a commission is declined with a reason', 'zh-CN': '拒绝委托须说明理由' };
      throw new Refusal('VALUE_REQUIRED', { field: 'reason', parameters: { field: 'reason', problem } });
    }
    return { state: 'DECLINED', promisedAt: null, reason };
  }
  requireValid(reason === null, 'reason', { en: 'a reason belongs to a refusal', 'zh-CN': '仅在拒绝时填写理由' }, { en: 'no reason with ACCEPT', 'zh-CN': 'ACCEPT 时不填 reason' });
  if (agreedDueAt <= now) throw new Refusal('AGREED_TIME_PASSED', { field: 'answer', parameters: { agreed: writtenDueTime(agreedDueAt) } });
  const promisedAt = requireFuture('promisedAt', input.promisedAt ?? agreedDueAt, now);
  requireValid(promisedAt <= agreedDueAt, 'promisedAt', { en: 'it is later than agreed', 'zh-CN': '晚于约定时间' }, agreedDueAt.toISOString());
  return { state: 'ACCEPTED', promisedAt, reason: null };
}

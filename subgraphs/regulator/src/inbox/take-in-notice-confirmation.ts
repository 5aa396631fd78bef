import { dayLimitEnds } from '@hub/kernel/calendar/day-limit-ends.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { resultNoticeMachine } from '../domain/result-notice-machine.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { keptWorkingCalendar } from '../repository/kept-working-calendar.js';
import { legalLimitsInForce } from '../repository/legal-limits-in-force.js';
import { lockedNotice } from '../repository/locked-notice.js';
import { serveNotice } from '../repository/serve-notice.js';

/** What an addressee tells of a notice whose receipt it confirms (签收, after 5.4.1). */
interface ResultNoticeConfirmed {
  readonly noticeId: string;
  readonly addresseeId: string;
  /** ActRecord */
  readonly confirmed: object;
}

const cause = 'platforms.ResultNoticeConfirmed';

/**
 * An addressee has confirmed receipt: the notice is served, unless it was served otherwise, withdrawn or superseded in the meantime. Who decides upon objections counts
 * their limit itself, from when the confirmation is here: on nobody else's clock, and never from before.
 */
export const takeInNoticeConfirmation = (operators: WorkingCalendar): InboxHandler<RegulatorTransaction> => async (unit, event, log) => {
  const { noticeId, addresseeId, confirmed } = event.payload as unknown as ResultNoticeConfirmed;
  const { tx, now } = unit;
  const notice = await lockedNotice(tx, noticeId, null);
  if (!notice || notice.addresseeId !== addresseeId || !resultNoticeMachine.leadsFrom(cause, notice)) {
    log.warn({ notice: noticeId, state: notice?.state }, 'the confirmation of a notice that does not wait for it is passed over');
    return;
  }
  const service = { method: 'ELECTRONIC', servedAt: now.toISOString(), recipient: notice.addresseeName, note: null, confirmedByAddressee: true, evidence: [] } as const;
  const { Objection: limit } = await legalLimitsInForce(tx, now);
  const objectBy = dayLimitEnds(now, limit, await keptWorkingCalendar(tx, now, operators));
  await serveNotice(unit, cause, notice, { service: { ...service, evidence: [] }, objectBy, by: confirmed });
};

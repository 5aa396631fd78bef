import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { DataComment } from '@hub/prisma/exchange/generated/client.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { answeringRole } from '../domain/answering-role.js';
import { limitEnds } from '../domain/limit-ends.js';
import type { ExchangeTransaction } from './database.js';

/** The kind of duty by which an answer to a comment is owed. */
export const commentDuty = 'AnswerComment';

/** The next comment on record whose clock has not begun, locked. */
export async function nextCommentWithoutClock(unit: UnitOfWork<ExchangeTransaction>, except: readonly string[]): Promise<{ id: string } | undefined> {
  const [found] = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM data_comment WHERE state = 'ON_RECORD' AND due_at IS NULL AND id <> ALL(${[...except]}::text[])
    ORDER BY commented_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return found;
}

/**
 * The holder owes an answer to a comment that is locked, by a time (5.4.3 b); the firm follows it.
 *
 * @throws Refusal WORKING_CALENDAR_MISSING
 */
export async function openCommentDuty(unit: UnitOfWork<ExchangeTransaction>, comment: DataComment, calendar: WorkingCalendar): Promise<void> {
  const holder = await unit.tx.participant.findUniqueOrThrow({ where: { id: comment.holder } });
  const dueAt = limitEnds(unit.now, (await unit.limits())[commentDuty].within, calendar);
  await unit.tx.dataComment.update({ where: { id: comment.id }, data: { dueAt } });
  await unit.openDuty({
    ...{ kind: commentDuty, subjectType: 'DataComment', subjectId: comment.id },
    ...{ partyId: holder.id, role: answeringRole(holder.kind), dueAt, concerned: [comment.commenterId] },
  });
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { noticeService } from '../domain/kept-notice-service.js';
import { requireInTime } from '../domain/require-in-time.js';
import { requireObjectable } from '../domain/require-objectable.js';
import type { NoticeCapacity, RecordObjectionInput } from '../generated/graphql.js';
import { actsItself } from './acts-itself.js';
import type { RegulatorTransaction } from './database.js';
import { lockedNoticeWithData } from './locked-notice-with-data.js';
import { raiseObjection } from './raise-objection.js';

/** Enters the objection of an addressee that has no account, or none any more (代录异议, after 5.4.1), as of when it reached the regulator. */
export async function recordObjection(
  { unit, caller, admit, preserve }: ActScope<RegulatorTransaction>,
  input: RecordObjectionInput,
): Promise<ActResult> {
  const id = input.noticeId;
  const { expectedRevision, ground } = input;
  const notice = admit(await lockedNoticeWithData(unit.tx, id, caller.partyId), { type: 'ResultNotice', id, field: 'noticeId', expectedRevision });
  if (await actsItself(unit.tx, notice.addresseeId)) {
    throw new Refusal('OBJECTOR_ACTS_ITSELF', { field: 'noticeId', parameters: { addressee: notice.addresseeName } });
  }
  requireObjectable(notice.capacity as NoticeCapacity, ground);
  const statement = requireText('statement', input.statement);
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  const servedAt = noticeService(notice.service)?.servedAt ?? notice.issuedAt;
  const served = { what: { en: 'its notice was served', 'zh-CN': '告知书送达时间' }, at: servedAt };
  const raisedAt = requireSince('raisedAt', input.raisedAt, served, unit.now);
  requireInTime(raisedAt, notice.objectBy, 'raisedAt');
  const before = await unit.tx.objection.findFirst({ where: { noticeId: id }, select: { number: true } });
  if (before) throw new Refusal('NOTICE_OBJECTED', { field: 'noticeId', parameters: { number: before.number } });
  const retestRequested = input.retestRequested ?? false;
  const objection = await raiseObjection(unit, 'recordObjection', notice, { ground, statement, retestRequested, evidence, raisedAt });
  await preserve({ field: 'evidence', subject: { type: 'Objection', id: objection.id }, files: evidence });
  return { valueId: objection.id };
}

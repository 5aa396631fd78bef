import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { dayLimitEnds } from '@hub/kernel/calendar/day-limit-ends.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import type { RecordNoticeServiceInput } from '../generated/graphql.js';
import { actsItself } from './acts-itself.js';
import type { RegulatorTransaction } from './database.js';
import { legalLimitsInForce } from './legal-limits-in-force.js';
import { lockedNotice } from './locked-notice.js';
import type { RecipientKeeping } from './recipient-keeping.js';
import { serveNotice } from './serve-notice.js';

/** Enters how a notice was served outside the hub, with its evidence (送达登记, after 5.4.1); who took it is encrypted (5.4.3 d). @param calendar by which the time to object is counted */
export async function recordNoticeService(
  { unit, caller, admit, preserve }: ActScope<RegulatorTransaction>,
  input: RecordNoticeServiceInput,
  { recipients, calendar }: { readonly recipients: RecipientKeeping; readonly calendar: WorkingCalendar },
): Promise<ActResult> {
  const id = input.noticeId;
  const { expectedRevision } = input;
  const notice = admit(await lockedNotice(unit.tx, id, caller.partyId), { type: 'ResultNotice', id, field: 'noticeId', expectedRevision });
  const issued = { what: { en: 'the notice', 'zh-CN': '告知书制发时间' }, at: notice.issuedAt };
  const servedAt = requireSince('servedAt', input.servedAt, issued, unit.now);
  const evidence = requireEvidenceFiles('evidence', input.evidence);
  requireValid(
    evidence.length > 0,
    'evidence',
    { en: 'service is proved by at least one file', 'zh-CN': '送达须有至少一份证据文件' },
    { en: 'the signed receipt or the return slip', 'zh-CN': '签收的送达回证或邮寄回执' },
  );
  const name = optionalText('recipient', input.recipient, 200);
  const service = {
    method: input.method,
    servedAt: servedAt.toISOString(),
    recipient: null,
    note: optionalText('note', input.note),
    confirmedByAddressee: false,
    evidence,
  };
  // Who acts at the hub learns of it there, and not before now: what is entered late takes nothing from its time.
  const from = (await actsItself(unit.tx, notice.addresseeId)) ? unit.now : servedAt;
  const { Objection: limit } = await legalLimitsInForce(unit.tx, from);
  const objectBy = dayLimitEnds(from, limit, calendar);
  const [recipient] = name === null ? [] : await recipients.keep(unit, [{ holder: notice.holder, since: servedAt, content: { name } }]);
  await serveNotice(unit, 'recordNoticeService', notice, { service, objectBy, recipient });
  await preserve({ field: 'evidence', subject: { type: 'ResultNotice', id }, files: evidence });
  return { valueId: id };
}

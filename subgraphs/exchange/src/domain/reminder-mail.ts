import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { dutyName } from './duty-name.js';

/** What a reminder tells of a duty, and nothing more: mail goes through other people's servers. */
export interface RemindedDuty {
  readonly dutyId: string;
  readonly kind: string;
  readonly stage: string;
  readonly dueAt: Date;
}

const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  DUE_SOON: ['即将到期', 'due soon'],
  DUE: ['当日到期', 'due today'],
  OVERDUE: ['已逾期', 'overdue'],
  ESCALATED: ['逾期已上报', 'overdue and passed on'],
};

/** Subject and text of a reminder (提醒, 5.4.3 b) in both languages: what is owed, stage, due time, id, and where to look. */
export function reminderMail({ dutyId, kind, stage, dueAt }: RemindedDuty, link: string): { readonly subject: string; readonly text: string } {
  const [zh, en] = words[stage] ?? [stage, stage];
  const due = writtenDueTime(dueAt);
  const { zh: what, en: named } = dutyName(kind);
  const at = link.replaceAll('{id}', encodeURIComponent(dutyId));
  return {
    subject: `待办${zh}：${what} / Duty ${en}: ${named}`,
    text: [
      `待办：${what}`,
      `状态：${zh}`,
      `期限：${due}（北京时间）`,
      `编号：${dutyId}`,
      `查看：${at}`,
      '',
      `Duty: ${named}`,
      `Stage: ${en}`,
      `Due: ${due} (UTC+8)`,
      `Id: ${dutyId}`,
      `See: ${at}`,
      '',
    ].join('\n'),
  };
}

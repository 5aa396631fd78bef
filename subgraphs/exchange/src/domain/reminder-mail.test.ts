import { expect, it } from 'vitest';
import { reminderMail } from './reminder-mail.js';

it('names kind, stage, due time and id in both languages, and where to look', () => {
  const { subject, text } = reminderMail({ dutyId: 'a b', kind: 'AcceptCommission', stage: 'DUE_SOON', dueAt: new Date('2026-03-10T16:30:00Z') }, 'https://hub.example.cn/duties/{id}');
  expect(subject).toBe('待办即将到期 / Duty due soon: AcceptCommission');
  expect(text).toContain('期限：2026-03-11 00:30（北京时间）');
  expect(text).toContain('See: https://hub.example.cn/duties/a%20b\n');
});

import { expect, it } from 'vitest';
import { reminderMail } from './reminder-mail.js';

it('names what is owed, stage, due time and id in both languages, and where to look', () => {
  const { subject, text } = reminderMail({ dutyId: 'a b', kind: 'AcceptCommission', stage: 'DUE_SOON', dueAt: new Date('2026-03-10T16:30:00Z') }, 'https://hub.example.cn/duties/{id}');
  expect(subject).toBe('待办即将到期：答复检验委托 / Duty due soon: answer the commission');
  expect(text).toContain('期限：2026-03-11 00:30（北京时间）');
  expect(text).toContain('See: https://hub.example.cn/duties/a%20b\n');
});

it('names the last day of a limit that ends with it, in both languages', () => {
  const { text } = reminderMail({ dutyId: 'a', kind: 'AcceptCommission', stage: 'DUE', dueAt: new Date('2026-12-10T16:00:00Z') }, '{id}');
  expect(text).toContain('期限：2026-12-10 24:00（北京时间）');
  expect(text).toContain('Due: 2026-12-10 24:00 (UTC+8)');
});

it('names a kind of which this exchange knows no words as its owner does', () => {
  expect(reminderMail({ dutyId: 'a', kind: 'GradeParties', stage: 'DUE', dueAt: new Date(0) }, '{id}').subject).toBe('待办当日到期：GradeParties / Duty due today: GradeParties');
});

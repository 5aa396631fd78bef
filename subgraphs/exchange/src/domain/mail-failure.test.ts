import { expect, it } from 'vitest';
import { mailFailure } from './mail-failure.js';

it.each([
  ['550 5.1.1 <review@lab-1.example.cn>: no such mailbox', '550 5.1.1 <…>: no such mailbox'],
  ['550 no such mailbox: review@lab-1.example.cn.', '550 no such mailbox: …'],
  ['550 REVIEW@LAB-1.EXAMPLE.CN unknown', '550 … unknown'],
  ['551 moved to "zhang.san@home.example.cn", <li.si@home.example.cn>', '551 moved to "…", <…>'],
  ["550 user 'Review' unknown", "550 user '…' unknown"],
  ['550 unknown user: review.', '550 unknown user: ….'],
  ["550 unknown user 'review'.", "550 unknown user '…'."],
  ['550 to=review', '550 to=…'],
  ['550 用户review不存在', '550 用户…不存在'],
  ['550 收件人：review，无此邮箱', '550 收件人：…，无此邮箱'],
  ['451 try again later; reviewing', '451 try again later; reviewing'],
])('what a mail server says is told without addresses, also in other letters, of others, and by the mailbox alone: %s', (said, told) => {
  expect(mailFailure(new Error(said), 'review@lab-1.example.cn')).toBe(told);
});

it('is cut where it is long, and not before addresses have gone', () => {
  const told = mailFailure(new Error(`${'x '.repeat(248)}review@lab-1.example.cn ${'y'.repeat(500)}`), 'review@lab-1.example.cn');
  expect([told.length, told.includes('revi')]).toEqual([500, false]);
});

it('is told of what is no error, too', () => {
  expect(mailFailure('review@lab-1.example.cn refused', 'review@lab-1.example.cn')).toBe('… refused');
});

import { expect, it } from 'vitest';
import { dueTime } from '../console/src/console/words/due-time.js';

it.each([
  ['zh-CN', '2026-12-11T00:00:00+08:00', '2026年12月10日 24:00'],
  ['en-GB', '2026-12-11T00:00:00+08:00', '10 Dec 2026, 24:00'],
  ['zh-CN', '2026-12-10T23:59:00+08:00', '2026年12月10日 23:59'],
  ['en-GB', '2027-01-01T00:00:00+08:00', '31 Dec 2026, 24:00'],
  ['en-GB', '2026-12-11T00:01:00+08:00', '11 Dec 2026, 00:01'],
])('the console writes in %s what is due at %s as %s', (locale, at, written) => {
  expect(dueTime(at, new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' }))).toBe(written);
});

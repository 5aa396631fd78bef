import { expect, it } from 'vitest';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { noticeGiven } from './notice-given.js';

const today = '2026-11-29';
const plan = (fields: string) => contractOf(`type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! ${fields} } enum State { OPEN CLOSED }`);
const title = (reason: string) => `title: String @deprecated(reason: "Use name. ${reason}")`;
const given = (before: string, after: string) => noticeGiven([plan(before)], [plan(after)], ['here'], today).map(({ severity, code, coordinate, message }) => `${severity} ${code} ${coordinate} ${/\d{4}-\d{2}-\d{2}/.exec(message)?.[0] ?? ''}`.trim());
const warned = 'WARNING removed-after-notice Plan.title';

it('warns of what goes without having been deprecated, or before its day has come', () => {
  expect(given('title: String', '')).toEqual([warned]);
  expect(given(title('Soon.'), '')).toEqual([warned]);
  expect(given(title('Gone from 2026-11-30.'), '')).toEqual([`${warned} 2026-11-30`]);
  expect(given(title('Gone from 2026-11-29.'), '')).toEqual([]);
});

it('warns where a deprecation leaves less than thirty days, or comes sooner than was promised', () => {
  expect(given('title: String', title('Gone from 2026-12-28.'))).toEqual([`${warned} 2026-12-28`]);
  expect(given('title: String', title('Gone from 2026-12-29.'))).toEqual([]);
  expect(given(title('Gone from 2027-06-01.'), title('Gone from 2026-12-01.'))).toEqual([`${warned} 2026-12-01`]);
  expect(given(title('Gone from 2026-12-01.'), title('Gone from 2026-12-01.'))).toEqual([]);
});

it('says nothing of what moves to another owner, of what goes with its type, and of owners whose text stays', () => {
  const there = { ...plan('title: String'), owner: 'there' };
  expect(noticeGiven([plan('title: String')], [plan(''), there], ['here'], today)).toEqual([]);
  expect(noticeGiven([contractOf('enum State { OPEN }')], [contractOf('enum Other { A }')], ['here'], today)).toEqual([]);
  expect(noticeGiven([plan('title: String')], [plan('')], ['there'], today)).toEqual([]);
});

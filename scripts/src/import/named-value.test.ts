import { expect, it } from 'vitest';
import { CommandRefused } from '../command-refused.js';
import { namedValue } from './named-value.js';

it.each([
  ['noticeDate=2026-03-01', 'noticeDate', '2026-03-01'],
  ['note=a=b', 'note', 'a=b'],
  ['note=', 'note', ''],
])('--given %s gives %s the value "%s"', (given, name, value) => {
  expect(namedValue(given)).toEqual({ name, value });
});

it.each(['abc', '=2026-03-01', ''])('--given "%s" is refused, for it names nothing, with a right example', (given) => {
  expect(() => namedValue(given)).toThrow(new CommandRefused(`--given ${given} is no name=value. Right would be, for example, --given noticeDate=2026-03-01.`));
});

import { expect, it } from 'vitest';
import { localeOf } from './locale.js';

it.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['*', 'zh-CN'],
  ['fr-FR, de', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN-us', 'en'],
  ['zh-Hans-CN', 'zh-CN'],
  ['fr, en;q=0.5, zh;q=0.4', 'en'],
  ['en;q=0.4, zh;q=0.9', 'zh-CN'],
  ['en;q=0, fr', 'zh-CN'],
  ['en;q=0.5, zh-CN', 'zh-CN'],
  ['english', 'zh-CN'],
])('answers Accept-Language %j in %s (RFC 9110 §12.5.4)', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

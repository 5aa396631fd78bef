import type { Bilingual } from '../errors/bilingual.js';
import type { UsccProblem } from './uscc.js';

/** What is wrong with a unified social credit code, in words. */
export const usccProblems: Readonly<Record<UsccProblem, Bilingual>> = {
  LENGTH: { en: 'a unified social credit code has 18 characters', 'zh-CN': '统一社会信用代码为 18 位' },
  CHARACTER: {
    en: 'it holds a character that GB 32100-2015 does not use (I, O, S, V, Z, small letters)',
    'zh-CN': '含有 GB 32100-2015 不使用的字符（I、O、S、V、Z、小写字母）',
  },
  REGION: { en: 'characters 3 to 8 are no region code', 'zh-CN': '第 3 至 8 位不是行政区划代码' },
  ORGANISATION_CHECK: {
    en: 'the check of the organisation code in characters 9 to 17 fails (GB 11714)',
    'zh-CN': '第 9 至 17 位组织机构代码校验不通过（GB 11714）',
  },
  CHECK: { en: 'its check character fails (GB 32100-2015)', 'zh-CN': '校验码不通过（GB 32100-2015）' },
};

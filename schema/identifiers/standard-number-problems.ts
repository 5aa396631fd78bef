import type { Bilingual } from '../errors/bilingual.js';
import type { StandardNumberProblem } from './standard-number.js';

/** What is wrong with a standard number, in words. */
export const standardNumberProblems: Readonly<Record<StandardNumberProblem, Bilingual>> = {
  FORM: {
    en: 'it is not formed as a standard number: code of the body, number, and year after a dash',
    'zh-CN': '不符合标准编号的构成：标准代号、顺序号，年代号前加连接号',
  },
  BODY: { en: 'no body publishes standards under this code', 'zh-CN': '没有这一标准代号' },
  REGION: { en: 'after DB stands no region code (GB/T 2260)', 'zh-CN': 'DB 之后不是行政区划代码（GB/T 2260）' },
  STATUS: { en: 'after the stroke stands T for recommended or Z for guidance', 'zh-CN': '斜线后应为 T（推荐性）或 Z（指导性技术文件）' },
  YEAR: { en: 'the year of its edition cannot be', 'zh-CN': '年代号不合理' },
};

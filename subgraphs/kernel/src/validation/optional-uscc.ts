import { optionalText } from './require-text.js';
import { requireValid } from './require-valid.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { usccProblem, type UsccProblem } from '@hub/schema/identifiers/uscc.js';

const problems: Readonly<Record<UsccProblem, Bilingual>> = {
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

/** A unified social credit code that passes its checks, if there is one. @throws Refusal VALUE_INVALID */
export function optionalUscc(field: string, value: string | null | undefined): string | null {
  const code = optionalText(field, value, 40);
  if (code === null) return null;
  const problem = usccProblem(code);
  requireValid(problem === undefined, field, problems[problem ?? 'CHECK'], '91440300MA5F7YRE78');
  return code;
}

import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { lostSuperscript } from './lost-superscript.js';
import { personalNumbers } from './personal-numbers.js';
import { plainWidth } from './plain-width.js';
import { repairStrayQuestionMarks } from './stray-question-marks.js';
import { webAddress } from './web-address.js';

interface RepairRule {
  /** What it does and why, for the report. */
  readonly why: Bilingual;
  readonly repair: (text: string) => string;
}

/** The repairs (修复) that a mapping may name; each that changes a value is told in the report. */
export const repairs = {
  spaces: {
    why: { en: 'several spaces, or other white space, became one space', 'zh-CN': '多个空格或其他空白合并为一个空格' },
    repair: (text) => text.replaceAll(/[\s\u00a0]+/g, ' ').trim(),
  },
  'plain-width': { why: { en: 'full-width letters, digits and signs became plain ones', 'zh-CN': '全角字母、数字、符号改为半角' }, repair: plainWidth },
  'stray-question-marks': { why: { en: 'a "?" stood where a character was lost at the source', 'zh-CN': '来源丢失字符之处的“?”已复原' }, repair: repairStrayQuestionMarks },
  'lost-superscript': { why: { en: 'a power of ten had lost its superscript', 'zh-CN': '十的幂丢失了上标' }, repair: lostSuperscript },
  'web-address': { why: { en: 'the address was mistyped at the source', 'zh-CN': '来源中的网址有误' }, repair: webAddress },
  'personal-numbers': { why: { en: 'telephone and identity numbers were made unreadable', 'zh-CN': '电话号码、身份证号已隐去' }, repair: personalNumbers },
} as const satisfies Record<string, RepairRule>;

import type { Bilingual } from '../errors/bilingual.js';
import type { QuantityProblem } from './quantity.js';

/** What is wrong with a quantity, in words. */
export const quantityProblems: Readonly<Record<QuantityProblem, Bilingual>> = {
  FORM: { en: 'it is no decimal number with a unit behind it', 'zh-CN': '不是后带单位的十进制数' },
  UNIT: { en: 'its unit is not in the list of units', 'zh-CN': '计量单位不在单位代码表中' },
};

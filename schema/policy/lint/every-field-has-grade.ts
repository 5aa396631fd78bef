import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';

export const everyFieldHasGrade: LintRule = {
  name: 'every-field-has-grade',
  title: 'Every field has a grade',
  sentence: 'Every field on which an owner decides says which grade of data (数据分级) it is: GENERAL, IMPORTANT or CORE.',
  clause: '5.4.3 d, 数据安全法 art. 21',
  check: (contract) =>
    ownTerms(contract)
      .filter(([, { grade }]) => grade === undefined)
      .map(([coordinate, { terms }]) => ({
        coordinate,
        message: { en: `It has no grade; give the terms "${terms}" one with @terms(grade: GENERAL), or the field its own with @shared(grade: IMPORTANT).`, 'zh-CN': `没有数据级别，请以 @terms(grade: GENERAL) 为条款“${terms}”写明，或以 @shared(grade: IMPORTANT) 为该字段写明` },
      })),
};

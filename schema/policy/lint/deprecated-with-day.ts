import { deprecatables, goneFrom } from './deprecation-notice.js';
import type { LintRule } from './lint-rule.js';

export const deprecatedWithDay: LintRule = {
  name: 'deprecated-with-day',
  title: 'What is deprecated says why and until when',
  sentence: 'The reason of a deprecation says what to use in its place, and the day (YYYY-MM-DD) from which the field or the value may be gone.',
  clause: '5.4.3 c',
  exceptable: true,
  check: ({ schema }) =>
    deprecatables(schema)
      .filter(({ reason }) => reason !== null && goneFrom(reason) === undefined)
      .map(({ coordinate }) => ({
        coordinate,
        message: { en: 'Its deprecation does not say from which day it may be gone; write @deprecated(reason: "Use … instead. May be gone from 2027-03-01.").', 'zh-CN': '弃用理由中没有写明可删除的日期，请写作 @deprecated(reason: "请改用……，2027-03-01 起可能删除")' },
      })),
};

import { getNullableType, GraphQLString } from 'graphql';
import { fieldAt } from './field-at.js';
import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';

export const maskOnTextOnly: LintRule = {
  name: 'mask-on-text-only',
  title: 'Only text is masked',
  sentence: 'A field that is masked by PARTIAL or HASH is a String, because a masked value is no value of a checked scalar.',
  clause: '5.4.3 d; GraphQL §3.5',
  check: (contract) =>
    ownTerms(contract).flatMap(([coordinate, { terms, audience }]) => {
      const mask = audience.find((clause) => clause.mask === 'PARTIAL' || clause.mask === 'HASH')?.mask;
      const type = fieldAt(contract, coordinate)?.field.type;
      if (mask === undefined || !type || getNullableType(type) === GraphQLString) return [];
      return [{ coordinate, message: { en: `The terms "${terms}" mask it by ${mask}, and it is ${String(type)}; make it a String, or mask it by NULL.`, 'zh-CN': `条款“${terms}”以 ${mask} 脱敏，而其类型为 ${String(type)}；请改为 String，或以 NULL 脱敏` } }];
    }),
};

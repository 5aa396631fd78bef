import type { LintRule } from './lint-rule.js';

export const everyFieldHasTerms: LintRule = {
  name: 'every-field-has-terms',
  title: 'Every field has terms',
  sentence: 'A field is published with terms of sharing, with terms of an act, or as structure.',
  clause: '5.4.3',
  check: ({ table }) =>
    [...table.withoutTerms].map((coordinate) => ({
      coordinate,
      message: 'It has no terms and would be closed to everybody; name them with @shared or @act, or mark the type as @structure.',
    })),
};

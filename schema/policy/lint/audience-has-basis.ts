import { clauseInWords } from './clause-covers.js';
import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';

export const audienceHasBasis: LintRule = {
  name: 'audience-has-basis',
  title: 'Every audience has a basis',
  sentence: 'Each clause of a field’s audience rests on a statute, a commission or an agreement.',
  clause: '5.4.3 a',
  check: (contract) =>
    ownTerms(contract).flatMap(([coordinate, { terms, audience }]) =>
      audience
        .filter(({ basis }) => !basis?.reference.trim())
        .map((clause) => ({ coordinate, message: { en: `The terms "${terms}" open it to ${clauseInWords(clause)} without a basis; name one.`, 'zh-CN': `条款“${terms}”向 ${clauseInWords(clause)} 开放而未写明依据，请写明` } })),
    ),
};

import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';

export const notSharedHasGround: LintRule = {
  name: 'not-shared-has-ground',
  title: 'What is not shared has a ground',
  sentence: 'Terms of the class NOT_SHARED (不予共享) name the legal ground.',
  clause: '5.4.3 a',
  check: (contract) =>
    ownTerms(contract)
      .filter(([, terms]) => terms.class === 'NOT_SHARED' && !terms.ground?.trim())
      .map(([coordinate, { terms }]) => ({ coordinate, message: { en: `The terms "${terms}" share nothing and do not say why; give them a ground.`, 'zh-CN': `条款“${terms}”不予共享而未写明理由，请写明依据` } })),
};

import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';

/** "feedback" and "quotation" are no money. */
const money = /\b(fees?|prices?|pricing|tariffs?|charges?|surcharges?|quotas?)\b|收费|付费|费用|价格|配额/i;

export const sharingIsFree: LintRule = {
  name: 'sharing-is-free',
  title: 'Sharing is free (无偿供给)',
  sentence: 'Neither the name nor the ground of terms speaks of a fee, a price or a quota.',
  clause: '5.4.3 a',
  check: (contract) =>
    ownTerms(contract).flatMap(([coordinate, { terms, ground = '' }]) => {
      const word = money.exec(`${terms.replaceAll(/([a-z])([A-Z])/g, '$1 $2')} ${ground}`)?.[0];
      return word ? [{ coordinate, message: `The terms "${terms}" speak of "${word}"; what is shared is free, so name another reason or share it.` }] : [];
    }),
};

import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';

export const regionHasPlace: LintRule = {
  name: 'region-has-place',
  title: 'REGION has a place',
  sentence: 'A clause names the place that counts if, and only if, its rows are REGION.',
  clause: '5.4.3 d',
  check: (contract) => {
    const acts = [...contract.table.acts].map(([act, terms]) => [`Mutation.${act}`, terms] as const);
    return [...ownTerms(contract), ...acts].flatMap(([coordinate, { audience }]) =>
      audience.flatMap(({ rows, place }) => {
        if (rows === 'REGION' && place === undefined) return [{ coordinate, message: 'Its rows are REGION without a place; say whose place counts: SELLER, PRODUCER or PLATFORM.' }];
        if (rows !== 'REGION' && place !== undefined) return [{ coordinate, message: `It names the place ${place}, and its rows are ${rows}; leave the place out, or make the rows REGION.` }];
        return [];
      }),
    );
  },
};

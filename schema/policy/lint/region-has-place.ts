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
        if (rows === 'REGION' && place === undefined) return [{ coordinate, message: { en: 'Its rows are REGION without a place; say whose place counts: SELLER, PRODUCER or PLATFORM.', 'zh-CN': '行为 REGION 而未写明地点，请写明以谁的所在地为准：SELLER、PRODUCER 或 PLATFORM' } }];
        if (rows !== 'REGION' && place !== undefined) return [{ coordinate, message: { en: `It names the place ${place}, and its rows are ${rows}; leave the place out, or make the rows REGION.`, 'zh-CN': `写明了地点 ${place}，而行为 ${rows}；请去掉地点，或将行改为 REGION` } }];
        return [];
      }),
    );
  },
};

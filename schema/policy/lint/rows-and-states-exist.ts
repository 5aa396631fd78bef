import { fieldAt } from './field-at.js';
import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';
import { rowOwner } from './row-owner.js';
import { statesOf } from './states-of.js';

export const rowsAndStatesExist: LintRule = {
  name: 'rows-and-states-exist',
  title: 'Rows and states exist',
  sentence: 'Rows and visibleFrom stand only where this owner has the row, and visibleFrom names a state of its type.',
  clause: '5.4.1, 5.4.3 d',
  check: (contract) =>
    ownTerms(contract).flatMap(([coordinate, { terms, audience }]) => {
      const type = fieldAt(contract, coordinate)?.type;
      if (!type) return [];
      const clause = audience.find(({ rows, visibleFrom }) => rows !== 'ALL' || visibleFrom !== undefined);
      if (clause && rowOwner(contract, type) !== contract.owner) {
        return [{ coordinate, message: { en: `The terms "${terms}" ask for rows or a state, and ${contract.owner} has no row of ${type.name}; open all rows here, and close those of the type that it leads to.`, 'zh-CN': `条款“${terms}”限定了行或状态，而 ${contract.owner} 没有 ${type.name} 的行；请在此开放全部行，在其所通向的类型上加以限制` } }];
      }
      const states = statesOf(contract, type.name);
      return audience.flatMap(({ visibleFrom }) => {
        if (visibleFrom === undefined || states?.includes(visibleFrom)) return [];
        const why = states
          ? { en: `is no state of ${type.name}; it has ${states.join(', ')}`, 'zh-CN': `不是 ${type.name} 的状态，其状态为 ${states.join('、')}` }
          : { en: `is a state, and ${type.name} has no field state with an enum`, 'zh-CN': `是状态，而 ${type.name} 没有枚举类型的 state 字段` };
        return [{ coordinate, message: { en: `The terms "${terms}" open it from ${visibleFrom}, which ${why.en}.`, 'zh-CN': `条款“${terms}”自 ${visibleFrom} 起开放，而该值${why['zh-CN']}` } }];
      });
    }),
};

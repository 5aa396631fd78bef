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
        return [{ coordinate, message: `The terms "${terms}" ask for rows or a state, and ${contract.owner} has no row of ${type.name}; open all rows here, and close those of the type that it leads to.` }];
      }
      const states = statesOf(contract, type.name);
      return audience.flatMap(({ visibleFrom }) => {
        if (visibleFrom === undefined || states?.includes(visibleFrom)) return [];
        const why = states ? `is no state of ${type.name}; it has ${states.join(', ')}` : `is a state, and ${type.name} has no field state with an enum`;
        return [{ coordinate, message: `The terms "${terms}" open it from ${visibleFrom}, which ${why}.` }];
      });
    }),
};

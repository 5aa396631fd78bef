import { dataElementOf } from '../terms/data-element-of.js';
import type { LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';
import { rootTypes } from './root-types.js';

export const dataElementIsKnown: LintRule = {
  name: 'data-element-is-known',
  title: 'A field has a data element',
  sentence: 'Every field is of a data element (数据元) of the list: the one that it names, or else the one of its own name.',
  clause: '5.4.3 c',
  exceptable: true,
  check: (contract) =>
    ownTerms(contract)
      .filter(([coordinate, terms]) => !rootTypes.includes(coordinate.slice(0, coordinate.indexOf('.'))) && !dataElementOf(coordinate, terms))
      .map(([coordinate, { element }]) => ({
        coordinate,
        message: element === undefined
          ? 'No data element has this name; add one in schema/code-lists/data-elements, or name another with @shared(element: …).'
          : `There is no data element "${element}"; add it in schema/code-lists/data-elements, or name one that is there.`,
      })),
};

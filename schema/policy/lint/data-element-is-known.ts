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
          ? { en: 'No data element has this name; add one in schema/code-lists/data-elements, or name another with @shared(element: …).', 'zh-CN': '没有同名数据元，请在 schema/code-lists/data-elements 中增补，或以 @shared(element: …) 写明其他数据元' }
          : { en: `There is no data element "${element}"; add it in schema/code-lists/data-elements, or name one that is there.`, 'zh-CN': `没有数据元“${element}”，请在 schema/code-lists/data-elements 中增补，或写明已有的数据元` },
      })),
};

import { dataElements, type DataElement } from '../../code-lists/data-elements.js';
import type { FieldTerms } from './vocabulary.js';

/** The data element (数据元) of a field: the one that its terms name, else the one of its own name; undefined where there is none. */
export function dataElementOf(coordinate: string, terms: Pick<FieldTerms, 'element'>): DataElement | undefined {
  return dataElements.get(terms.element ?? coordinate.slice(coordinate.indexOf('.') + 1));
}

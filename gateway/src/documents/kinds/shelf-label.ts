import type { LabelKind } from '../document-kind.js';

/** Label of the place where a sample lies in the warehouse (存放位置标签, 5.2.4 a), by the sample. Its code says the place itself, for a scanner to enter it. */
export const shelfLabel: LabelKind = {
  name: 'shelf-label',
  root: 'sample',
  title: '货位标签',
  selection: '{ id warehousing { place } }',
  labels(told) {
    const place = told.at('warehousing.place').text;
    return place === '' ? [] : [{ heading: place, badge: '货位', lines: [['用途', '样品存放']], code: place }];
  },
};

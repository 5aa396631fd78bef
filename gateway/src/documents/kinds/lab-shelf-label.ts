import type { LabelKind } from '../document-kind.js';
import type { Reading } from '../paper/reading.js';

/** Label of the place where a sample lies at its lab (储存位置标签, 5.3.1), with the conditions that are required there, by the sample's receipt. */
export const labShelfLabel: LabelKind = {
  name: 'lab-shelf-label',
  root: 'sampleReceipt',
  title: '储位标签',
  selection: '{ id storage { place temperature { lowest highest } humidity { lowest highest } } }',
  labels(told) {
    const place = told.at('storage.place').text;
    const lines = [
      ['温度', range(told.at('storage.temperature'), '℃')],
      ['湿度', range(told.at('storage.humidity'), '%')],
    ] as const;
    return place === '' ? [] : [{ heading: place, badge: '储位', lines, code: place }];
  },
};

function range(required: Reading, unit: string): string {
  return required.isGiven ? `${required.at('lowest').text || '…'} ~ ${required.at('highest').text || '…'} ${unit}` : '';
}

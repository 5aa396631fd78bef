import type { LabelKind } from '../document-kind.js';
import { dayOf } from '../paper/day-and-time.js';
import { circulationOf } from './sample-label.js';

/** Label of a sample at its lab (样品标识, 5.3.1), by its receipt. */
export const labSampleLabel: LabelKind = {
  name: 'lab-sample-label',
  root: 'sampleReceipt',
  title: '收样标签',
  selection: '{ id blindNumber productKind quantity state receivedAt sealNumber sample { id } storage { place } }',
  labels: (told, origin) => [
    {
      heading: told.at('blindNumber').text,
      badge: '收样',
      lines: [
        ['种类', told.at('productKind').text],
        ['数量', told.at('quantity').text],
        ['收样', told.at('receivedAt').isGiven ? dayOf(told.at('receivedAt').text) : ''],
        ['存放', told.at('storage.place').text],
      ],
      code: circulationOf(told.at('sample'), origin),
    },
  ],
};

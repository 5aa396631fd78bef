import type { LabelKind } from '../document-kind.js';
import type { Label } from '../paper/label.js';
import type { Reading } from '../paper/reading.js';

/**
 * Labels of a sample (样品标签, 5.2.4): one for what is tested, one for what is retained (备样). What is tested goes to a lab that may know it by its blind number
 * only, so its label bears nothing else that would tell whose it is.
 */
export const sampleLabel: LabelKind = {
  name: 'sample-label',
  root: 'sample',
  title: '样品标签',
  selection: '{ id number blindNumber productKind productName quantity warehousing { place sealNumber quantityForTest quantityRetained } }',
  labels(told, origin) {
    const code = circulationOf(told, origin);
    const kept = told.at('warehousing');
    const tested: Label = {
      heading: told.at('blindNumber').text,
      badge: '检验样',
      lines: [['种类', told.at('productKind').text], ['数量', (kept.at('quantityForTest').isGiven ? kept.at('quantityForTest') : told.at('quantity')).text], ['封签', kept.at('sealNumber').text]],
      code,
    };
    const retained: Label = {
      heading: told.at('number').text,
      badge: '备样',
      lines: [['品名', told.at('productName').text], ['数量', kept.at('quantityRetained').text], ['封签', kept.at('sealNumber').text], ['存放', kept.at('place').text]],
      code,
    };
    if (!kept.isGiven && told.at('number').isGiven) return [{ ...retained, badge: undefined, lines: [['品名', told.at('productName').text], ['数量', told.at('quantity').text]] }];
    return Number(kept.at('quantityRetained').value) > 0 ? [tested, retained] : [tested];
  },
};

/** What the code of a sample leads to: its circulation form, with the rights of whoever asks for it. */
export function circulationOf(sample: Reading, origin: string): string {
  return `${origin}/documents/sample-circulation-form/${encodeURIComponent(sample.at('id').text)}`;
}

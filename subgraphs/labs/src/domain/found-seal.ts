import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import type { RecordSampleReceiptInput } from '../generated/graphql.js';

/** The seal that a sample came under, and whether it was intact: what bears none has none that is intact (5.3.1). @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG */
export function foundSeal({ sealNumber, sealIntact }: Pick<RecordSampleReceiptInput, 'sealNumber' | 'sealIntact'>) {
  const number = optionalText('sealNumber', sealNumber, 60);
  if (sealIntact && number === null) {
    const problem = {
      en: 'a seal that is intact bears a number; without a seal, sealIntact is false',
      'zh-CN': '封条完好的须填写封条号；没有封条的，sealIntact 应为 false',
    };
    throw new Refusal('VALUE_REQUIRED', { field: 'sealNumber', parameters: { field: 'sealNumber', problem } });
  }
  return { sealNumber: number, sealIntact };
}

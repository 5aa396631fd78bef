import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DispatchSampleInput } from '../generated/graphql.js';

/** The seal that a sample leaves under, and why it is another than it lay under (封签号, 5.2.4 a). */
interface SealOfDispatch {
  readonly sealNumber: string;
  readonly resealReason: string | null;
}

/**
 * A sample leaves under the seal that it lay under, or under another with the reason.
 * @param sealed what it lies under
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, SEAL_CHANGED
 */
export function sealOfDispatch(input: DispatchSampleInput, sealed: string | null, sample: string): SealOfDispatch {
  const sealNumber = requireText('sealNumber', input.sealNumber, 100);
  const resealReason = optionalText('resealReason', input.resealReason);
  if (sealed === null || sealNumber === sealed) {
    requireValid(
      resealReason === null,
      'resealReason',
      { en: 'it leaves under the seal that it lay under', 'zh-CN': '出库封签号与入库封签号相同' },
      { en: 'no resealReason with the same seal', 'zh-CN': '封签号未变时不填 resealReason' },
    );
    return { sealNumber, resealReason };
  }
  if (resealReason === null) throw new Refusal('SEAL_CHANGED', { field: 'sealNumber', parameters: { sample, sealed, named: sealNumber } });
  return { sealNumber, resealReason };
}

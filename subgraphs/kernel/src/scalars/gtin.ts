import { repairGtin } from '@hub/schema/identifiers/gtin.js';
import { textScalar } from './text-scalar.js';

/** A global trade item number (商品条码, GB 12904) as 14 digits; leading zeros that were lost are restored. */
export const gtinScalar = textScalar('Gtin', '06901234567892', (written) => {
  const { gtin14 } = repairGtin(written);
  return gtin14 === null ? { problem: { en: 'it fails the check digit of GB 12904', 'zh-CN': '未通过 GB 12904 校验码' } } : { text: gtin14 };
});

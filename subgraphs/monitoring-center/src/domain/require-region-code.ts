import { requireValid } from '@hub/kernel/validation/require-valid.js';

/** A region code of GB/T 2260: six digits, perhaps abolished since. @throws Refusal VALUE_INVALID */
export function requireRegionCode(field: string, code: string): string {
  requireValid(/^[1-9]\d{5}$/.test(code), field, { en: 'a region code (GB/T 2260) has six digits', 'zh-CN': '行政区划代码（GB/T 2260）为六位数字' }, '330105');
  return code;
}

import { regionCodes } from '@hub/schema/code-lists/region-codes.js';
import { requireValid } from './require-valid.js';

/** A region code of GB/T 2260, perhaps abolished since: by a code that never was, no regulator would find the row. @throws Refusal VALUE_INVALID */
export function requireRegionCode(field: string, code: string): string {
  requireValid(
    regionCodes.has(code),
    field,
    { en: 'there is and was no such region code (GB/T 2260)', 'zh-CN': '没有这一行政区划代码（GB/T 2260），历史代码中也没有' },
    '330105',
  );
  return code;
}

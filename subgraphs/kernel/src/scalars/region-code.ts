import { regionCodes } from '@hub/schema/code-lists/region-codes.js';
import { textScalar } from './text-scalar.js';

/** A region code (行政区划代码, GB/T 2260) that is or was in force. */
export const regionCodeScalar = textScalar('RegionCode', '330105', (text) =>
  regionCodes.has(text) ? { text } : { problem: { en: 'it is and was no region code (GB/T 2260)', 'zh-CN': '不是现行或历史行政区划代码（GB/T 2260）' } },
);

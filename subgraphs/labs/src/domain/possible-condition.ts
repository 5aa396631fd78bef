import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { compareDecimals } from './compare-decimals.js';

/** What a place can be like at all: °C from absolute zero to what no store reaches, and relative humidity in percent. */
const bounds = { temperature: ['-273.15', '1000'], humidity: ['0', '100'] } as const;

/** A temperature in °C or a relative humidity in percent, as a place can have it (5.3.1). @throws Refusal VALUE_INVALID */
export function requirePossibleCondition(field: string, condition: keyof typeof bounds, value: string): void {
  const [lowest, highest] = bounds[condition];
  requireValid(
    compareDecimals(value, lowest) >= 0 && compareDecimals(value, highest) <= 0,
    field,
    { en: `it lies between ${lowest} and ${highest}`, 'zh-CN': `应在 ${lowest} 与 ${highest} 之间` },
    condition === 'temperature' ? '21.5' : '60',
  );
}

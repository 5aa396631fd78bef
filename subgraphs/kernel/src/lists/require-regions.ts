import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';

/**
 * A filter names a region by its code (GB/T 2260) or the leading two or four digits of one. Three or five digits are none: they would
 * find by their digits where one region is kept, and nothing where those around it are.
 *
 * @throws GraphQLError VALUE_INVALID
 */
export function requireRegions(filter: unknown, locale: Locale): void {
  for (const [name, value] of Object.entries(filter ?? {})) {
    if (!name.endsWith('RegionCode') || typeof value !== 'string' || /^(?:\d\d){1,3}$/.test(value)) continue;
    const problem = { en: 'a region is named by two, four or six digits (GB/T 2260)', 'zh-CN': '区划以两位、四位或六位数字表示（GB/T 2260）' };
    throw codedError('VALUE_INVALID', locale, { field: `filter.${name}`, problem, example: '3301' });
  }
}

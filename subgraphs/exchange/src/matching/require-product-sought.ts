import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { isStorable } from '@hub/kernel/validation/is-storable.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { repairGtin } from '@hub/schema/identifiers/gtin.js';
import { longestSearch, searchableText } from '../domain/searchable-text.js';
import type { ProductSoughtInput } from '../generated/graphql.js';
import type { DescribedProduct } from './product-match.js';

/** A product that is sought, as it is compared. @throws GraphQLError VALUE_INVALID */
export function requireProductSought({ name, brand, gtin, item }: ProductSoughtInput, locale: Locale): DescribedProduct {
  const worded = { en: `it needs a word, and at most ${longestSearch} characters`, 'zh-CN': `须有文字，最多 ${longestSearch} 个字符` };
  const requireText = (field: string, text: string | null | undefined, example: string) => {
    if (text != null && !(searchableText(text) && isStorable(text))) throw codedError('VALUE_INVALID', locale, { field: `product.${field}`, problem: worded, example });
  };
  requireText('name', name, '便携式充电宝 A137');
  requireText('brand', brand, 'Lanmiko');
  requireText('item.platformId', item?.platformId, 'platform-1');
  requireText('item.itemId', item?.itemId, '100012345678');
  if (gtin != null && repairGtin(gtin).quality === 'INVALID') {
    const problem = { en: 'its check digit is not that of the others', 'zh-CN': '校验码与其余数字不符' };
    throw codedError('VALUE_INVALID', locale, { field: 'product.gtin', problem, example: '06901234567892' });
  }
  return { name, brand: brand ?? null, gtins: gtin == null ? [] : [gtin], items: item ? [{ platformId: item.platformId, id: item.itemId }] : [] };
}

import type { CatalogueEntry } from '../catalogue-entry.js';

/** What platforms and sellers do about monitoring data (3.4, 3.5, 5.4.2). */
export const handlingCodes = {
  LISTING_UNKNOWN: {
    en: 'The platform’s catalogue has no items {items}. Check the item ids, or import the listings first.',
    'zh-CN': '贵平台商品目录中没有商品 {items}。请核对商品编号，或先导入商品。',
  },
  SHOP_UNKNOWN: {
    en: 'The platform has no shops {shops}. Check the ids among your shops.',
    'zh-CN': '贵平台没有店铺 {shops}。请在贵平台店铺中核对编号。',
  },
  HANDLING_WITHOUT_MEASURE: {
    en: 'No measure is recorded on this handling, so it cannot be completed (5.4.2). Take listings down, notify shops, or name other measures first.',
    'zh-CN': '该处理尚未记录任何措施，不能办结（5.4.2）。请先下架商品、通知店铺，或填写其他措施。',
  },
  SELF_INSPECTION_OPEN: {
    en: 'Your self-inspection {id} upon this monitoring data is not rectified yet (3.5). File the rectification on it first.',
    'zh-CN': '贵方对该监测数据的自检自查 {id} 尚未整改（3.5）。请先提交该次自检自查的整改情况。',
  },
  NOT_THE_SELLER: {
    en: 'The product of this monitoring data is not sold by your platform itself (3.5). Leave the self-inspection to its merchant, and handle the data as platform.',
    'zh-CN': '该监测数据涉及的商品并非贵平台自营（3.5）。自检自查由相应的电商提交，贵平台请按平台职责处理。',
  },
} as const satisfies Record<string, CatalogueEntry>;

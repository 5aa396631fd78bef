import { codeEntry, type CodeListContent } from './code-list.js';

const named: readonly (readonly [code: string, zh: string, en: string, parentCode?: string])[] = [
  ['03', '服装鞋帽', 'clothing and footwear'],
  ['0301', '成人服装', 'clothing for adults', '03'],
  ['0302', '儿童服装', 'clothing for children', '03'],
  ['0303', '鞋类', 'footwear', '03'],
  ['04', '儿童用品', 'articles for children'],
  ['0401', '玩具', 'toys', '04'],
  ['0402', '婴童用品', 'nursery articles', '04'],
  ['0403', '文具', 'stationery', '04'],
  ['05', '家居用品', 'household articles'],
  ['0501', '厨房用具', 'kitchen utensils', '05'],
  ['0502', '家居饰品', 'home decoration', '05'],
  ['0503', '五金工具', 'hardware and tools', '05'],
  ['07', '家用电器', 'household appliances'],
  ['0704', '灯具', 'luminaires', '07'],
  ['0705', '电线电缆及插座', 'cables, plugs and sockets', '07'],
  ['0706', '小家电：电热器具', 'small appliances that heat', '07'],
  ['0707', '厨房电器', 'kitchen appliances', '07'],
  ['0708', '信息技术设备及电源', 'information technology equipment and power supplies', '07'],
];

/** First version of the product categories (产品类别) by which plans, filters and the board group products: the hub's own, two digits a level. */
export const productCategories: CodeListContent = {
  id: 'product-categories',
  zh: '产品类别',
  en: 'product categories',
  codes: named.map(([code, zh, en, parentCode = null]) => codeEntry({ code, zh, en, parentCode })),
};

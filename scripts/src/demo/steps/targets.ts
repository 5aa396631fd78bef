/** What a sampler buys: a product of a shop on a platform. Firms are invented; those with a code are the demo's own. */
export interface Target {
  /** Which of the plan's products. */
  readonly product: 1 | 2;
  readonly platformId: 'platform-1' | 'platform-2';
  readonly sampler: 1 | 2 | 3;
  readonly shopName: string;
  readonly merchantName: string;
  readonly merchantUscc?: string;
  readonly sellerRegionCode: string;
  readonly productName: string;
  readonly brand: string;
  readonly producerName: string;
  readonly producerUscc?: string;
  readonly producerRegionCode?: string;
  readonly listingItemId: string;
  readonly price: { readonly amount: string };
}

/** Position of the heater that is sold by merchant-1 and fails. */
export const failing = 10;
/** Position of the second heater of the same producer: refused, then bought for a reason, and failing too. */
export const repeated = 19;
/** Position of the sample that does not meet the requirements of its plan. */
export const rejected = 29;
/** Position of the sample that the lab cannot inspect. */
export const uninspectable = 24;

/** The producer whose heaters fail; it has an account of its own. */
const qingchuan = { brand: '晴川', producerName: '晴川电器制造有限公司（演示）', producerUscc: '91330108MA2E00011L', producerRegionCode: '330108' };

/** Brands of three samplers, ten each: no merchant, brand or producer twice, as 5.2.2 wants it, but for the last heater. */
const heatersOnFirst = '云溪 松岚 北渚 石桥 曲院 望江 白堤 竹里 南屏 雷峰'.split(' ').map((brand, n) => heater('platform-1', 1, brand, n));
const heatersOnSecond = '晴川 钱江 苕溪 莫干 天目 桐庐 淳安 分水 千岛 好物'.split(' ').map((brand, n) => heater('platform-2', 2, brand, n + 10));
const hoodies = '富春 小禾 青团 麦芽 银杏 小舟 糯米 蒲公英 豆苗 星野'.split(' ').map(hoodie);

/** Thirty batches in the order in which they are recorded. */
export const targets: readonly Target[] = [...heatersOnFirst, ...heatersOnSecond, ...hoodies];

/** What is bought in place of the rejected sample. */
export const replacement: Target = { ...hoodie('溪口', 10), listingItemId: 'HW-CLOTHES-R' };

function heater(platformId: Target['platformId'], sampler: 1 | 2, brand: string, n: number): Target {
  const price = { amount: `${129 + 7 * n}.00` };
  const invented: Target = {
    product: 1,
    platformId,
    sampler,
    shopName: `${brand}取暖专营店`,
    merchantName: `${brand}小家电商行（演示）`,
    sellerRegionCode: '330108',
    productName: `${brand} 2000W 暖风机`,
    brand,
    producerName: `${brand}电器厂（演示）`,
    listingItemId: `HEATER-${n + 1}`,
    price,
  };
  if (n === failing) {
    return { ...invented, ...qingchuan, shopName: '小满日用好物街店', merchantName: '小满日用品商行（演示）', merchantUscc: '91330105MA2D00010K', sellerRegionCode: '330105', listingItemId: 'HW20260013' };
  }
  if (n === repeated) {
    return { ...invented, ...qingchuan, productName: '晴川 1500W 桌面暖风机', shopName: '好物街自营', merchantName: '好物街科技有限公司（演示）', merchantUscc: '91330108MA2C000286', listingItemId: 'HW20260014' };
  }
  if (brand === '钱江') {
    return { ...invented, shopName: '钱江电器好物街店', merchantName: '钱江电器有限公司（演示）', merchantUscc: '91330108MA2D00037N', listingItemId: 'HW20260005' };
  }
  return invented;
}

function hoodie(brand: string, n: number): Target {
  const invented: Target = {
    product: 2,
    platformId: 'platform-2',
    sampler: 3,
    shopName: `${brand}童装店`,
    merchantName: `${brand}童装商行（演示）`,
    sellerRegionCode: '330111',
    productName: `${brand} 儿童连帽卫衣 120码`,
    brand,
    producerName: `${brand}服饰有限公司（演示）`,
    listingItemId: `HOODIE-${n + 1}`,
    price: { amount: `${79 + 3 * n}.00` },
  };
  return brand === '富春' ? { ...invented, merchantName: '富春童装有限公司（演示）', merchantUscc: '91330111MA2D000964', listingItemId: 'HW20260006' } : invented;
}

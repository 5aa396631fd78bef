import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';

interface Recall {
  readonly products: readonly string[];
  readonly hazard: string;
  readonly remedy: string;
  readonly categories: readonly string[];
}

const parties = { centers: 3, labs: 40, platforms: 10, merchants: 2_000, regulators: 100 } as const;
const kinds = ['充电宝', '电热毯', '儿童玩具', '插座', '电动自行车', '头盔', '婴儿床', '燃气灶', '电水壶', '童装', '奶瓶', '保温杯', '吹风机', '取暖器', '滑板车', '蚊香液', '洗衣凝珠', '书包', '台灯', '电池'] as const;
const traits = ['便携式', '智能', '家用', '儿童', '加厚', '大容量', '快充', '无线', '可折叠', '不锈钢', '迷你', '磁吸', '防水', '静音', '恒温', '超薄'] as const;
const hazards = ['漏电', '自燃', '铅超标', '小零件脱落', '甲醛超标', '绳带过长', '外壳开裂', '过热', '触电', '窒息', '邻苯二甲酸酯超标', '熄火保护失效'] as const;
const regions = ['330102', '330105', '330106', '330203', '330304', '440305', '310115', '110105'] as const;
const syllables = ['lan', 'mi', 'ko', 'ru', 'ten', 'sha', 'vo', 'bel', 'ing', 'zu', 'hai', 'da'] as const;

/** Shares of a hundred. */
const mix: readonly (readonly [string, number])[] = [['RiskInformation', 30], ['Listing', 40], ['MonitoringData', 15], ['Sample', 10], ['InspectionReport', 5]];

/**
 * Records of all types, the same each time: risk information of parts of real recalls (9,818, CPSC) put together anew, listings of real categories and owners of brands (USDA), and Chinese ones made of kinds,
 * traits, hazards and invented brands; of three centres, forty labs, ten platforms, two thousand merchants.
 */
export async function* randomRecords(count: number): AsyncGenerator<{ readonly type: string; readonly row: SearchedRow }> {
  const recalls = gunzipSync(await readFile(seedFile('cpsc_recalls.jsonl.gz'))).toString().trim().split('\n').map((line) => JSON.parse(line) as Recall);
  const goods = gunzipSync(await readFile(seedFile('usda_branded_gtin.csv.gz'))).toString().trim().split('\n').slice(1).map((line) => line.split(','));
  const random = randomFrom(8);
  const brand = () => `${random.one(syllables)}${random.one(syllables)}${random.one(syllables)}`;
  const chinese = () => `${brand()} ${random.one(traits)}${random.one(traits)}${random.one(kinds)} ${random.one(['A', 'B', 'K', 'X'])}${100 + random.below(900)}`;
  const day = () => `20${10 + random.below(16)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const party = (kind: keyof typeof parties) => `${kind}-${1 + random.below(parties[kind])}`;
  const stamps = (holder: string, concerned: string[], reached: string[]) => ({ holder, concerned, sellerRegion: random.one(regions), producerRegion: random.one(regions), platformRegion: null, state: reached.at(-1) ?? '', reached });
  const makers: Readonly<Record<string, () => Omit<SearchedRow, 'id'>>> = {
    RiskInformation: () => {
      const [named, harmful, mended] = [random.one(recalls), random.one(recalls), random.one(recalls)];
      const inChinese = random.chance(0.4);
      return {
        day: day(),
        stamps: stamps(party('centers'), [], ['COLLECTED']),
        values: {
          'RiskInformation.productName': [inChinese ? chinese() : `${brand()} ${named.products[0] ?? ''}`],
          'RiskInformation.brand': [brand()],
          'RiskInformation.hazardItem': [inChinese ? random.one(hazards) : (harmful.hazard.split(/\W+/)[2] ?? 'fire')],
          'RiskInformation.hazardDescription': [inChinese ? `${random.one(kinds)}使用时${random.one(hazards)}，${random.one(hazards)}` : harmful.hazard],
          'RiskInformation.productCategories': inChinese ? [random.one(kinds)] : [...named.categories],
          'RiskInformation.remedy': random.chance(0.3) ? [mended.remedy.slice(0, 200)] : [],
          'RiskInformation.number': [`FX-${random.below(10_000_000)}`],
          'RiskInformation.channel': [random.one(['COMPLAINT', 'SUPERVISION', 'PLATFORM_QUALITY', 'INTERNET', 'STANDARDS_AND_FOREIGN'])],
        },
      };
    },
    Listing: () => {
      const good = random.one(goods);
      return {
        day: day(),
        stamps: stamps(party('platforms'), [party('merchants')], ['LISTED']),
        values: {
          'Listing.title': [random.chance(0.5) ? chinese() : `${brand()} ${good[4] ?? ''}`],
          'Listing.brand': [brand()],
          'Listing.brandOwner': [good[2] ?? ''],
          'Listing.category': [random.chance(0.5) ? random.one(kinds) : (good[4] ?? '')],
          'Listing.itemId': [String(random.below(1_000_000_000))],
          'Listing.gtinAsListed': [good[1] ?? ''],
        },
      };
    },
    MonitoringData: () => ({
      day: day(),
      stamps: stamps(party('centers'), [party('platforms'), party('merchants'), party('regulators')], ['COMPILED', 'FED_BACK']),
      values: {
        'MonitoringData.productName': [chinese()],
        'MonitoringData.brand': [brand()],
        'MonitoringData.producerName': [`${brand()}电器有限公司`],
        'MonitoringData.failedItems': random.some(hazards).slice(0, 2),
        'MonitoringData.shopName': [`${brand()}旗舰店`],
        'MonitoringData.merchantName': [`${brand()}贸易有限公司`],
        'MonitoringData.number': [`JC-${random.below(10_000_000)}`],
        'MonitoringData.sellerRegion': [random.one(regions)],
      },
    }),
    Sample: () => ({
      day: null,
      stamps: stamps(party('centers'), [party('labs'), party('regulators')], ['PURCHASED', 'COMMISSIONED']),
      values: { 'Sample.productName': [chinese()], 'Sample.productKind': [random.one(kinds)], 'Sample.number': [`YP-${random.below(10_000_000)}`], 'Sample.blindNumber': [`M-${random.below(10_000_000)}`], 'Sample.purchase': [random.one(regions)] },
    }),
    InspectionReport: () => ({
      day: day(),
      stamps: stamps(party('labs'), [party('centers'), party('regulators')], ['PREPARED', 'ISSUED']),
      values: { 'InspectionReport.receipt': [random.one(kinds)], 'InspectionReport.number': [`BG-${random.below(10_000_000)}`], 'InspectionReport.results': [random.one(hazards), random.one(hazards), `GB 4706.${1 + random.below(99)}-20${10 + random.below(15)}`] },
    }),
  };
  const drawn = mix.flatMap(([type, share]) => Array.from({ length: share }, () => type));
  for (let number = 0; number < count; number += 1) {
    const type = random.one(drawn);
    const made = makers[type]?.();
    if (made) yield { type, row: { id: `${(random.below(2 ** 32) >>> 0).toString(16).padStart(8, '0')}-${String(number).padStart(12, '0')}`, ...made } };
  }
}

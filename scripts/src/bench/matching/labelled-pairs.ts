import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { DescribedProduct } from '@hub/exchange/matching/product-match.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';

/** Two descriptions of which it is known whether they are of one product, and how the second came of the first, or of another. */
export interface LabelledPair {
  readonly one: DescribedProduct;
  readonly other: DescribedProduct;
  readonly same: boolean;
  readonly made: string;
}

/** One half of the products is for tuning; what is reported is of the other. */
export type Half = 'TUNING' | 'HELD_APART';

const kinds = ['充电宝', '电热毯', '儿童安全座椅', '移动插座', '电动自行车头盔', '婴儿床', '燃气灶具', '电水壶', '蓝牙音箱', '保温杯'] as const;
const traits = ['便携式', '智能', '家用', '加厚', '大容量', '快充', '无线', '可折叠', '不锈钢', '迷你'] as const;
const syllables = ['lan', 'mi', 'ko', 'ru', 'ten', 'sha', 'vo', 'bel', 'ing', 'zu'] as const;
const cries = ['正品包邮', '官方旗舰店', '2026新款', '买一送一'] as const;
const englishCries = ['New!', 'free shipping', 'best price', '2-pack'] as const;

/** The same pairs each time: of real recalls (CPSC) by name, real branded goods (USDA) by code, and Chinese products made for it. */
export async function labelledPairs(half: Half, count: number): Promise<LabelledPair[]> {
  const own = (_each: unknown, index: number) => index % 2 === (half === 'TUNING' ? 0 : 1);
  const recalls = lines(await readFile(seedFile('cpsc_recalls.jsonl.gz'))).map((line) => (JSON.parse(line) as { products: string[] }).products[0] ?? '').filter((name) => name.split(' ').length > 2).filter(own);
  const goods = lines(await readFile(seedFile('usda_branded_gtin.csv.gz'))).slice(1).map((line) => line.split(',')).filter((good) => (good[1] ?? '').length > 10 && good[4] && good.length === 12).filter(own);
  const random = randomFrom(half === 'TUNING' ? 1 : 2);
  const brand = () => `${random.one(syllables)}${random.one(syllables)}${random.one(syllables)}`;
  const model = () => `${random.one(['A', 'B', 'K', 'X'])}${100 + random.below(900)}`;
  const product = (name: string, more: Partial<DescribedProduct> = {}): DescribedProduct => ({ name, brand: null, gtins: [], items: [], ...more });
  const shuffled = (words: readonly string[]) => [...words].sort(() => random.below(3) - 1);
  const makers: readonly (() => LabelledPair)[] = [
    () => {
      const [, code = '', owner = '', , category = ''] = random.one(goods);
      return { one: product(category, { brand: owner, gtins: [code.padStart(14, '0')] }), other: product(category, { brand: owner, gtins: [code.replace(/^0+/, '')] }), same: true, made: 'a real code without its zeros' };
    },
    () => {
      const [first, second] = [random.one(goods), random.one(goods)];
      return { one: product(first[4] ?? '', { brand: first[2] ?? null, gtins: [first[1] ?? ''] }), other: product(second[4] ?? '', { brand: second[2] ?? null, gtins: [second[1] ?? ''] }), same: first[1] === second[1], made: 'two real goods' };
    },
    () => {
      const words = random.one(recalls).split(' ');
      const kept = words.length > 4 ? words.filter((_word, index) => index !== 1 + random.below(words.length - 1)) : words;
      return { one: product(words.join(' ')), other: product([random.one(englishCries), ...shuffled(kept), random.one(englishCries)].join(' ')), same: true, made: 'a real recall, as a shop would call it' };
    },
    () => {
      const [one, other] = [random.one(recalls), random.one(recalls)];
      return { one: product(one), other: product(other), same: one === other, made: 'two real recalls' };
    },
    () => {
      const [name, kind, trait, number] = [brand(), random.one(kinds), random.one(traits), model()];
      return { one: product(`${trait}${kind} ${number}`, { brand: name }), other: product(`${random.one(cries)}${name.toUpperCase()}${random.one(traits)}${kind}${number}`, { brand: random.chance(0.7) ? name.toUpperCase() : null }), same: true, made: 'a brand and model in another title' };
    },
    () => {
      const [name, kind, trait] = [brand(), random.one(kinds), random.one(traits)];
      return { one: product(`${trait}${kind} ${model()}`, { brand: name }), other: product(`${random.one(cries)}${trait}${kind} ${model()}`, { brand: name }), same: false, made: 'another model of the brand' };
    },
    () => {
      const [kind, trait] = [random.one(kinds), random.one(traits)];
      return { one: product(`${brand()} ${trait}${kind}`), other: product(`${brand()} ${trait}${kind} ${random.one(cries)}`), same: false, made: 'the same kind of another brand, which only the title has' };
    },
  ];
  return Array.from({ length: count }, () => random.one(makers)());
}

const lines = (file: Buffer): string[] => gunzipSync(file).toString('utf8').trim().split('\n');

import { randomUUID } from 'node:crypto';
import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';

/** Words that records are made of; each is a word by itself, and none is part of another. */
export const words = ['充电宝', '自燃', '儿童玩具', '电热毯', '插座', '漏电', '甲醛', 'battery', 'charger', 'helmet', 'crib', 'lead'] as const;
const categories = ['Toys', '家用电器', '儿童用品'] as const;
const hazards = ['Fire', '触电', '窒息'] as const;
const regions = ['330105', '330106', '330200', '440300'] as const;
const parties = demoParticipants.map(({ id }) => id);

/** States of which a record may have reached some: more than its machine would let it, for rights are asked alone. */
const states: Readonly<Record<string, readonly string[]>> = {
  RiskInformation: ['COLLECTED'],
  Sample: ['PURCHASED', 'COMMISSIONED', 'AT_LAB'],
  InspectionReport: ['PREPARED', 'ISSUED'],
  MonitoringData: ['COMPILED', 'FED_BACK'],
  Listing: ['LISTED', 'DELISTED'],
};
const holdersOf = (type: string) => demoParticipants.filter(({ kind }) => kind === { InspectionReport: 'LAB', Listing: 'PLATFORM' }[type] || (kind === 'MONITORING_CENTER' && !['InspectionReport', 'Listing'].includes(type)));

/** Fields with sentences, and with values of a list. */
const fields: Readonly<Record<string, { readonly texts: readonly string[]; readonly chosen: Readonly<Record<string, readonly string[]>> }>> = {
  RiskInformation: {
    texts: ['productName', 'brand', 'hazardDescription', 'remedy', 'sourceText'],
    chosen: { channel: ['COMPLAINT', 'SUPERVISION'], productCategories: categories, hazardItem: hazards },
  },
  Sample: { texts: ['productName'], chosen: { productKind: categories, purchase: regions } },
  InspectionReport: { texts: ['results'], chosen: { receipt: categories } },
  MonitoringData: { texts: ['productName', 'producerName', 'merchantName', 'remark', 'shopName'], chosen: { failedItems: hazards, sellerRegion: regions } },
  Listing: { texts: ['title', 'brandOwner'], chosen: { category: categories } },
};

/** Random records of every type, held by whom, concerning whom, and lying where it may be. */
export function randomSearchedRows(seed: number, each: number): Map<string, SearchedRow[]> {
  const random = randomFrom(seed);
  // Chinese words stand beside one another; English ones need a space.
  const sentence = () =>
    Array.from({ length: 1 + random.below(3) }, () => random.one(words))
      .map((word) => (/^[a-z]/.test(word) ? ` ${word} ` : word))
      .join('')
      .trim();
  return new Map(
    Object.entries(fields).map(([type, { texts, chosen }]) => [
      type,
      Array.from({ length: each }, (): SearchedRow => {
        const holder = random.one(holdersOf(type)).id;
        const region = () => (random.chance(0.2) ? null : random.one(regions));
        const reached = random.some(states[type] ?? [], 1);
        return {
          id: randomUUID(),
          day: type === 'Sample' || random.chance(0.1) ? null : `2026-0${1 + random.below(9)}-0${1 + random.below(3)}`,
          stamps: { holder, concerned: random.some(parties.filter((id) => id !== holder)), sellerRegion: region(), producerRegion: region(), platformRegion: region(), state: reached.at(-1) ?? '', reached },
          values: Object.fromEntries([
            ...texts.map((name) => [`${type}.${name}`, random.chance(0.3) ? [] : [sentence()]]),
            ...Object.entries(chosen).map(([name, values]) => [`${type}.${name}`, [random.one(values)]]),
          ]) as Record<string, string[]>,
        };
      }),
    ]),
  );
}

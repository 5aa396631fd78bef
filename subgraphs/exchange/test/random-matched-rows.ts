import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';
import { randomSearchedRows } from './random-searched-rows.js';

const kinds = ['充电宝', '电热毯', '儿童玩具', '插座'] as const;
const traits = ['智能', '便携式', '加厚'] as const;
const brands = ['Lanmiko', '晴川'] as const;
const models = ['A137', 'B20'] as const;
/** Codes with a right check digit, with and without their zeros, and one that has none. */
const gtins = ['036000291452', '36000291452', '6901234567892', '06901234567892', '6901234567893'] as const;
const items = ['100012345', '100012346'] as const;

/** Random records of few products, held by whom and concerning whom it may be: so few that some are the same by a number, by a code, by brand and model, or by their words. */
export function randomMatchedRows(seed: number, each: number): Map<string, SearchedRow[]> {
  const random = randomFrom(seed);
  const some = <Value>(values: readonly Value[]) => (random.chance(0.5) ? [random.one(values)] : []);
  const name = () => [some(brands), `${some(traits).join('')}${random.one(kinds)}`, some(models)].flat().join(' ');
  const values: Readonly<Record<string, () => Record<string, string[]>>> = {
    Listing: () => ({ title: [name()], brand: some(brands), gtinAsListed: [random.one(gtins)], itemId: [random.one(items)] }),
    RiskInformation: () => ({ productName: [name()], brand: some(brands), hazardDescription: [`起火，条码 ${random.one(gtins)}。`], sourceText: [`UPC: ${random.one(gtins)}`] }),
    Sample: () => ({ productName: [name()] }),
    MonitoringData: () => ({ productName: [name()], brand: some(brands), listingItemId: [random.one(items)] }),
  };
  return new Map(
    [...randomSearchedRows(seed, each)].flatMap(([type, rows]) => {
      const own = values[type];
      return own ? [[type, rows.map((row) => ({ ...row, values: Object.fromEntries(Object.entries(own()).map(([field, texts]) => [`${type}.${field}`, texts])) }))] as const] : [];
    }),
  );
}

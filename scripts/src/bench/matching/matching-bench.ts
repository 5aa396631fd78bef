import { matchGrades, productMatch, type DescribedProduct } from '@hub/exchange/matching/product-match.js';
import type { Bench } from '../bench.js';
import { searchers } from '../search/searches.js';
import { tellRanks } from '../search/tell-ranks.js';
import { withSearchIndex, type FilledExchange } from '../search/with-search-index.js';
import { labelledPairs, type Half, type LabelledPair } from './labelled-pairs.js';

const standard = { records: 1_000_000, pairs: 20_000, asked: 500 };
const query = 'query ($product: ProductSoughtInput!) { matchingListings(product: $product, first: 20) { grade score evidence listing { id } } }';
type Tell = Parameters<Bench['run']>[0];

/** How often two descriptions are rightly, and wrongly, taken for one product, on pairs of which it is known; then whether the other is found among all listings, and how fast. What is tuned is held apart from what is reported. */
export const matchingBench: Bench = {
  name: 'matching',
  description: 'whether two descriptions are of one product: precision and recall on labelled pairs; then found among 1,000,000 records',
  async run(tell, { records: [records = standard.records] = [] }) {
    for (const half of ['TUNING', 'HELD_APART'] as readonly Half[]) tellRule(half, await labelledPairs(half, standard.pairs), tell);
    const pairs = (await labelledPairs('HELD_APART', standard.pairs)).filter(({ same }) => same).slice(0, standard.asked);
    await withSearchIndex({ records, more: pairs.map(({ other }, number) => listingOf(other, number)), say: (line) => console.error(line) }, (exchange) => measure(exchange, pairs, tell));
  },
};

function tellRule(half: Half, pairs: readonly LabelledPair[], tell: Tell): void {
  const judged = pairs.map((pair) => ({ ...pair, match: productMatch(pair.one, pair.other) }));
  const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : (100 * part) / whole);
  const tellShare = (name: string, metric: string, value: number) => tell({ case: `${half === 'TUNING' ? 'tuning' : 'held apart'}: ${name}`, subject: 'hub', metric, value, unit: '%' });
  const [found, same] = [judged.filter(({ match }) => match), judged.filter((pair) => pair.same)];
  tellShare('all', 'precision', share(found.filter((pair) => pair.same).length, found.length));
  tellShare('all', 'recall', share(same.filter(({ match }) => match).length, same.length));
  for (const grade of matchGrades) {
    const graded = found.filter(({ match }) => match?.grade === grade);
    if (graded.length > 0) tellShare(grade, 'precision', share(graded.filter((pair) => pair.same).length, graded.length));
  }
  for (const made of new Set(judged.map((pair) => pair.made))) {
    const own = judged.filter((pair) => pair.made === made);
    tellShare(made, 'right', share(own.filter(({ same: is, match }) => is === (match !== undefined)).length, own.length));
  }
}

/** The centre asks for the one of each pair; the other is to be among the first twenty, beside random listings of which nobody knows. */
async function measure({ url, headersOf }: FilledExchange, pairs: readonly LabelledPair[], tell: Tell): Promise<void> {
  const [center] = searchers;
  if (!center) return;
  const headers = await headersOf(center);
  const took: number[] = [];
  const byKind = new Map<string, { found: number; asked: number }>();
  for (const [number, { one, made }] of pairs.entries()) {
    const { name, brand, gtins: [gtin] } = one;
    const began = performance.now();
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables: { product: { name: name.slice(0, 200), brand, gtin } } }) });
    const { data, errors } = (await response.json()) as { data: { matchingListings: { listing: { id: string } }[] | null } | null; errors?: unknown };
    took.push(performance.now() - began);
    if (!data?.matchingListings) throw new Error(`${name} was answered with ${JSON.stringify(errors).slice(0, 300)}`);
    const kind = byKind.get(made) ?? { found: 0, asked: 0 };
    const found = data.matchingListings.some(({ listing }) => listing.id === idOf(number));
    byKind.set(made, { found: kind.found + (found ? 1 : 0), asked: kind.asked + 1 });
  }
  for (const [made, { found, asked }] of [...byKind, ['all', [...byKind.values()].reduce((sum, kind) => ({ found: sum.found + kind.found, asked: sum.asked + kind.asked }))] as const]) {
    tell({ case: `among all: ${made}`, subject: 'hub', metric: 'among the first 20', value: (100 * found) / asked, unit: '%' });
  }
  tellRanks('matchingListings', 'hub', took, tell);
}

const idOf = (number: number): string => `labelled-${number}`;

function listingOf({ name, brand, gtins }: DescribedProduct, number: number) {
  const stamps = { holder: 'platforms-1', concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: 'LISTED', reached: ['LISTED'] };
  const values = { 'Listing.title': [name], 'Listing.brand': brand === null ? [] : [brand], 'Listing.gtinAsListed': gtins, 'Listing.itemId': [String(number)] };
  // In years from which there are many others.
  return { type: 'Listing', row: { id: idOf(number), day: `20${12 + (number % 12)}-06-01`, stamps, values } };
}

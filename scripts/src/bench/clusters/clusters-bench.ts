import { comparedRisk } from '@hub/monitoring-center/domain/compared-risk.js';
import { comparisonKeys } from '@hub/monitoring-center/domain/comparison-keys.js';
import { likeness } from '@hub/monitoring-center/domain/likeness.js';
import type { Bench } from '../bench.js';
import { retoldRecords, writtenRecords, type Half, type LabelledRecord } from './labelled-records.js';
import { withTrigramLikeness, type TrigramLikeness } from './trigram-likeness.js';

/** Real recalls of a half that are retold. */
const retold = 300;
type Tell = Parameters<Bench['run']>[0];

/** Two records by their places, whether they are of one group, and whether a rule takes them for that. */
interface JudgedPair {
  readonly same: boolean;
  readonly found: boolean;
}

/** How often two records are rightly, and wrongly, proposed as of one product and hazard, among all pairs of records of which it is known. What is tuned is held apart from what is reported. */
export const clustersBench: Bench = {
  name: 'clusters',
  description: 'which records are proposed as of one product and hazard: precision and recall on labelled records, beside pg_trgm',
  async run(tell) {
    await withTrigramLikeness(async (likenessOf) => {
      for (const half of ['tuning', 'heldApart'] as readonly Half[]) {
        const name = half === 'tuning' ? 'tuning' : 'held apart';
        await measure(`${name}: written`, await writtenRecords(half), likenessOf, tell);
        await measure(`${name}: real recalls retold`, await retoldRecords(half, retold), likenessOf, tell);
      }
    });
  },
};

async function measure(name: string, records: readonly LabelledRecord[], likenessOf: TrigramLikeness, tell: Tell): Promise<void> {
  const compared = records.map(({ risk }) => comparedRisk(risk));
  const keys = compared.map((risk) => new Set(comparisonKeys(risk)));
  const meet = (one: number, other: number) => [...(keys[one] ?? [])].some((key) => keys[other]?.has(key));
  const pairs = records.flatMap((record, one) => records.slice(one + 1).map((other, index) => ({ one, other: one + 1 + index, same: record.group === other.group })));
  const alike = (one: number, other: number) => {
    const [first, second] = [compared[one], compared[other]];
    return first !== undefined && second !== undefined && likeness(first, second) !== undefined;
  };
  tell({ case: name, subject: 'hub', metric: 'pairs that are the same', value: pairs.filter(({ same }) => same).length, unit: '' });
  tell({ case: name, subject: 'hub', metric: 'pairs', value: pairs.length, unit: '' });
  const same = pairs.filter((pair) => pair.same);
  tell({ case: name, subject: 'hub', metric: 'looked at, of those', value: share(same.filter(({ one, other }) => meet(one, other)).length, same.length), unit: '%' });
  tellQuality(name, 'hub', pairs.map(({ one, other, same: is }) => ({ same: is, found: meet(one, other) && alike(one, other) })), tell);

  const texts = { 'pg_trgm, product': ({ risk }: LabelledRecord) => risk.productName, 'pg_trgm, product and hazard': ({ risk }: LabelledRecord) => `${risk.productName} ${risk.hazardItem}` };
  for (const [peer, text] of Object.entries(texts)) {
    const likenessOfPair = await likenessOf(records.map(text));
    const scored = pairs.map(({ one, other, same: is }) => ({ same: is, score: likenessOfPair(one, other) }));
    const at = (threshold: number) => scored.map(({ same: is, score }) => ({ same: is, found: score >= threshold }));
    // The threshold that is best for it on these very records.
    const thresholds = Array.from({ length: 99 }, (_each, index) => (index + 1) / 100);
    const best = thresholds.reduce((chosen, threshold) => (f1(at(threshold)) > f1(at(chosen)) ? threshold : chosen));
    tell({ case: name, subject: peer, metric: 'best threshold', value: best, unit: '' });
    tellQuality(name, peer, at(best), tell);
  }
}

function tellQuality(name: string, subject: string, pairs: readonly JudgedPair[], tell: Tell): void {
  const { precision, recall } = quality(pairs);
  tell({ case: name, subject, metric: 'precision', value: precision, unit: '%' });
  tell({ case: name, subject, metric: 'recall', value: recall, unit: '%' });
  tell({ case: name, subject, metric: 'F1', value: f1(pairs), unit: '%' });
}

function quality(pairs: readonly JudgedPair[]): { readonly precision: number; readonly recall: number } {
  const right = pairs.filter(({ same, found }) => same && found).length;
  return { precision: share(right, pairs.filter(({ found }) => found).length), recall: share(right, pairs.filter(({ same }) => same).length) };
}

function f1(pairs: readonly JudgedPair[]): number {
  const { precision, recall } = quality(pairs);
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

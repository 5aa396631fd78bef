import { median } from '../median.js';
import type { Metric } from './subject-round.js';
import type { SubjectName } from './subjects.js';

/** Values of all rounds, in their order. */
export type Values = ReadonlyMap<string, readonly number[]>;

export interface Ratio {
  readonly size: number;
  readonly question: string;
  readonly metric: string;
  readonly value: number;
}

export function keyOf(size: number, question: string, subject: SubjectName, metric: Metric): string {
  return JSON.stringify([size, question, subject, metric]);
}

/**
 * The hub beside the others, and beside itself on fewer records, as medians of the ratios within each round: how many times faster than the
 * documentation stack, how many times slower than hand-written SQL, how many times as long as on the fewest records.
 */
export function ratios(values: Values, sizes: readonly number[], questions: readonly string[]): Ratio[] {
  const fewest = Math.min(...sizes);
  return questions.flatMap((question) =>
    sizes.flatMap((size) => {
      const of = (subject: SubjectName, metric: Metric, on = size) => values.get(keyOf(on, question, subject, metric)) ?? [];
      const times = (metric: string, above: readonly number[], below: readonly number[]) => ({ size, question, metric, value: median(above.map((value, round) => value / (below[round] ?? Number.NaN))) });
      return [
        times('against documentation stack, p50', of('documentation stack', 'p50, 1 at a time'), of('hub', 'p50, 1 at a time')),
        times('against documentation stack, throughput', of('hub', 'throughput, 16 at a time'), of('documentation stack', 'throughput, 16 at a time')),
        times('against hand-written SQL, p50', of('hub', 'p50, 1 at a time'), of('hand-written SQL', 'p50, 1 at a time')),
        times('against hand-written SQL, throughput', of('hand-written SQL', 'throughput, 16 at a time'), of('hub', 'throughput, 16 at a time')),
        ...(size === fewest ? [] : [times(`against ${fewest.toLocaleString('en')}, p50`, of('hub', 'p50, 1 at a time'), of('hub', 'p50, 1 at a time', fewest))]),
      ];
    }),
  );
}

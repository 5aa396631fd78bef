import type { Bench } from '../bench.js';

/** Tells the median of what was measured, in milliseconds, and what is as slow for five, and one, in a hundred. */
export function tellRanks(name: string, subject: string, took: readonly number[], tell: Parameters<Bench['run']>[0]): void {
  const sorted = [...took].sort((a, b) => a - b);
  for (const share of [50, 95, 99]) tell({ case: name, subject, metric: `p${share}`, value: sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN, unit: 'ms' });
}

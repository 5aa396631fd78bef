import type { Measurement } from '../bench.js';
import { median } from '../median.js';
import { variantNames, type Variant } from './variants.js';

/** What is measured of each variant, how it is counted, and whether more of it is better. */
const metrics = {
  p50: { unit: 'ms', more: 'worse' },
  throughput: { unit: 'requests/s', more: 'better' },
  'processor time for a request': { unit: 'ms', more: 'worse' },
  'statements for a request': { unit: 'statements', more: 'worse' },
} as const;

export type Metric = keyof typeof metrics;

/** What one round gave of a metric in one case, such as 16 at a time, for each variant, in the order of the rounds. */
export interface Values {
  readonly metric: Metric;
  readonly at: string;
  readonly of: Readonly<Record<Variant, number[]>>;
}

/** Parts of the difference between the hub and one with neither terms nor audit, each between two variants. */
const parts: readonly { readonly subject: string; readonly above: Variant; readonly below: Variant }[] = [
  { subject: 'sealing, and records of the exchange', above: 'terms and audit', below: 'audit unsealed' },
  { subject: 'entries of the audit log', above: 'audit unsealed', below: 'terms alone' },
  { subject: 'terms', above: 'terms alone', below: 'neither' },
];

/** Tells medians of the rounds, how many times as much the hub takes as one with neither, and where the difference goes; what is held against another is of the same round. */
export function tellValues({ metric, at, of }: Values, tell: (measurement: Omit<Measurement, 'bench'>) => void): void {
  const { unit, more } = metrics[metric];
  const name = `${metric}, ${at}`;
  for (const variant of variantNames) tell({ case: 'reference query', subject: variant, metric: name, value: median(of[variant]), unit });
  const against = (above: Variant, below: Variant, compare: (above: number, below: number) => number) => median(of[above].map((value, round) => compare(value, of[below][round] ?? Number.NaN)));
  const times = against('terms and audit', 'neither', (hub, neither) => (more === 'worse' ? hub / neither : neither / hub));
  tell({ case: 'reference query', subject: 'hub', metric: `${name}: how many times as much`, value: times, unit: '×' });
  if (more === 'better') return;
  for (const { subject, above, below } of parts) tell({ case: 'where it goes', subject, metric: name, value: against(above, below, (value, without) => value - without), unit });
}

import { closedLoop } from '../closed-loop.js';
import { askedData } from './asked-data.js';
import { firstDifference } from './first-difference.js';
import { rows, type Question } from './questions.js';
import type { RunningSubject } from './subjects.js';

const seconds = { warmUp: 4, measured: 6 };
/** Connections on which requests follow each other: one, to see how long an answer takes, and many, to see how many there are. */
const loads = [1, 16] as const;

export type Metric = `${'p50' | 'p99' | 'throughput'}, ${(typeof loads)[number]} at a time` | 'size of an answer';

/** One value of one round. */
export interface Noted {
  readonly question: string;
  readonly metric: Metric;
  readonly value: number;
}

/**
 * Measures a subject that has just started.
 *
 * @param expected what was answered by whoever was measured first, by question; what is not there yet is noted there
 * @throws Error where it answers otherwise, or not each time alike
 */
export async function subjectRound(
  subject: RunningSubject,
  headers: Readonly<Record<string, string>>,
  questions: readonly Question[],
  expected: Map<string, unknown>,
): Promise<Noted[]> {
  const noted: Noted[] = [];
  for (const question of questions) {
    const { name } = question;
    const { url, body } = subject.ask(question, rows);
    const { data, length } = await askedData(url, headers, body);
    const difference = firstDifference(data, expected.get(name) ?? data);
    if (difference !== undefined) throw new Error(`${url} answers the ${name} otherwise than who was asked first: ${difference}`);
    expected.set(name, data);
    noted.push({ question: name, metric: 'size of an answer', value: length });
    for (const connections of loads) {
      // Refusals stand beside the data, so that errors tell nothing; an answer in which something is missing is shorter or longer.
      const load = (duration: number) => closedLoop(url, headers, { requests: [body], connections }, duration, (answer) => answer.length === length);
      await load(seconds.warmUp);
      const { throughput, p50, p99 } = await load(seconds.measured);
      for (const [metric, value] of Object.entries({ throughput, p50, p99 })) noted.push({ question: name, metric: `${metric as 'p50'}, ${connections} at a time`, value });
    }
  }
  return noted;
}

import { closedLoop } from '../closed-loop.js';
import { median } from '../median.js';
import type { SubjectProcess } from '../subject-process.js';
import { askGateway } from './ask-gateway.js';
import type { Workload } from './workloads.js';

const seconds = { warmUp: 2, measured: 5 };

/** One value of one round. */
export interface Noted {
  readonly name: string;
  readonly metric: 'throughput' | 'p50' | 'p99' | 'cold, p50' | 'peak memory' | 'size of an answer';
  readonly value: number;
}

/**
 * Measures a gateway that has just started: first each request of a workload once, one after the other, then all under load.
 *
 * @param expected the answers of the gateway that was measured first, by request; what is not there yet is noted there
 * @throws Error where it answers otherwise than that one did
 */
export async function gatewayRound(
  gateway: SubjectProcess,
  headers: Readonly<Record<string, string>>,
  workloads: readonly Workload[],
  expected: Map<string, string>,
): Promise<Noted[]> {
  const noted: Noted[] = [];
  for (const { name, requests } of workloads) {
    const took: number[] = [];
    const sizes: number[] = [];
    for (const request of requests) {
      const begin = performance.now();
      const answer = await askGateway(gateway.url, headers, request);
      took.push(performance.now() - begin);
      sizes.push(answer.length);
      const key = JSON.stringify(request);
      const before = expected.get(key) ?? answer;
      if (before !== answer) throw new Error(`${gateway.url} answers otherwise than the first gateway did:\n${key}\n${answer.slice(0, 1000)}\n${before.slice(0, 1000)}`);
      expected.set(key, answer);
    }
    noted.push({ name, metric: 'cold, p50', value: median(took) }, { name, metric: 'size of an answer', value: median(sizes) });
  }
  for (const workload of workloads) {
    await closedLoop(gateway.url, headers, workload, seconds.warmUp);
    const { throughput, p50, p99 } = await closedLoop(gateway.url, headers, workload, seconds.measured);
    const { name } = workload;
    noted.push({ name, metric: 'throughput', value: throughput }, { name, metric: 'p50', value: p50 }, { name, metric: 'p99', value: p99 });
  }
  const peak = await gateway.peakMemory();
  if (peak !== undefined) noted.push({ name: 'all workloads', metric: 'peak memory', value: peak });
  return noted;
}

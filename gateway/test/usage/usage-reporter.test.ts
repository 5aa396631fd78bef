import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { TokenBearer } from '../../src/subscriptions/token-bearer.js';
import type { KnownOperation } from '../../src/usage/known-operation.js';
import { ReportRefused } from '../../src/usage/report-refused.js';
import { UsageCounts } from '../../src/usage/usage-counts.js';
import { UsageRecorder } from '../../src/usage/usage-recorder.js';
import { UsageReporter, type UsageReport } from '../../src/usage/usage-reporter.js';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const operation = (name: string): KnownOperation => ({ hash: name, name, kind: 'query', signature: null, coordinates: [] });
const asked = (...names: string[]) => {
  const counts = new UsageCounts();
  for (const name of names) counts.count(operation(name), { partyId: 'center', client: '' });
  return counts;
};

/** A reporter before a registry that refuses every report with an operation called so. */
function before(refused: string) {
  const taken: UsageReport[] = [];
  const send = async (report: UsageReport) => {
    if (report.uses.some(({ operation: name }) => name === refused)) throw new ReportRefused('400');
    taken.push(report);
    return { unknownOperations: [] };
  };
  return { taken, reporter: new UsageReporter({ send, log }), told: () => taken.flatMap(({ uses }) => uses.map(({ operation: name }) => name)) };
}

it('what the registry refuses is told as unrecorded, and keeps nothing else from being told', async () => {
  const { reporter, taken, told } = before('bad');
  await reporter.report(asked('a', 'b', 'bad', 'c', 'bad'));
  await reporter.report(asked('d'));
  expect(told().sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(taken.reduce((sum, { unrecorded }) => sum + unrecorded, 0)).toBe(2);
  expect(reporter.waiting).toBe(false);
});

it('a large report goes in parts', async () => {
  const { reporter, taken, told } = before('none');
  await reporter.report(asked(...Array.from({ length: 1_500 }, (_, index) => `o${index}`)));
  expect([taken.length, told().length, new Set(taken.map(({ id }) => id)).size]).toEqual([2, 1_500, 2]);
});

it('a day on which nobody asks anything is reported too, and each minute that a gateway runs on, so that its silence is no silence of its clients', async () => {
  const { reporter, taken } = before('none');
  const recorder = new UsageRecorder({ reporter, log, every: 3_600_000 });
  const settled = () => new Promise(setImmediate);
  await settled();
  const tomorrow = Date.now() + 86_400_000;
  for (const at of [Date.now(), tomorrow, tomorrow + 1_000, tomorrow + 59_000, tomorrow + 61_000]) {
    recorder.report(at);
    await settled();
  }
  expect(taken.length).toBe(3);
  await recorder.close();
});

it('who subscribes is counted for their party too', async () => {
  const { reporter, taken } = before('none');
  const recorder = new UsageRecorder({ reporter, log, every: 3_600_000 });
  const bearer = new TokenBearer({ kind: 'user', userId: 'center.1', partyId: 'center', role: 'ANALYST', expiresAt: Date.now() + 60_000 }, 'Bearer a', { locale: 'en', purpose: undefined, client: 'desk' });
  recorder.count(buildSchema('type Query { a: Int } type Subscription { b: Int }'), parse('subscription S { b }'), 'S', bearer);
  await recorder.close();
  expect(taken.flatMap(({ uses }) => uses)).toMatchObject([{ partyId: 'center', client: 'desk', requests: 1 }]);
});

import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { TokenBearer } from '../../src/subscriptions/token-bearer.js';
import type { KnownOperation } from '../../src/usage/known-operation.js';
import { ReportRefused } from '../../src/usage/report-refused.js';
import { UsageCounts, type UsageCountsOptions } from '../../src/usage/usage-counts.js';
import { UsageRecorder } from '../../src/usage/usage-recorder.js';
import { UsageReporter, type UsageReport } from '../../src/usage/usage-reporter.js';
import { useOfCoordinate } from '../../src/usage/use-of-coordinate.js';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const operation = (name: string): KnownOperation => ({ hash: name, name, kind: 'query', signature: null, coordinates: [`Query.${name}`] });
const asked = (...names: string[]) => {
  const counts = new UsageCounts();
  for (const name of names) counts.count(operation(name), { partyId: 'center', client: '' });
  return counts;
};

/** A reporter before a registry that refuses every report with an operation called so. */
function before(refused: string | readonly string[], bounds: UsageCountsOptions = {}) {
  const taken: UsageReport[] = [];
  const send = async (report: UsageReport) => {
    if (report.uses.some(({ operation: name }) => [refused].flat().includes(name))) throw new ReportRefused('400');
    taken.push(report);
    return { unknownOperations: [] };
  };
  return { taken, reporter: new UsageReporter({ send, log, ...bounds }), told: () => taken.flatMap(({ uses }) => uses.map(({ operation: name }) => name)) };
}

it('what the registry refuses is told by its coordinates, where it refuses them too as unrecorded, and keeps nothing else from being told', async () => {
  const { hash } = useOfCoordinate('Query.bad');
  for (const [refused, names, unrecorded] of [['bad', ['a', 'b', 'c', 'd', hash], 0], [['bad', hash], ['a', 'b', 'c', 'd'], 2]] as const) {
    const { reporter, taken, told } = before(refused);
    await reporter.report(asked('a', 'b', 'bad', 'c', 'bad'));
    await reporter.report(asked('d'));
    await reporter.report(asked());
    expect(told().sort()).toEqual([...names].sort());
    expect(taken.reduce((sum, report) => sum + report.unrecorded, 0)).toBe(unrecorded);
    expect(reporter.waiting).toBe(false);
  }
});

it('a large report goes in parts', async () => {
  const { reporter, taken, told } = before('none');
  await reporter.report(asked(...Array.from({ length: 1_500 }, (_, index) => `o${index}`)));
  expect([taken.length, told().length, new Set(taken.map(({ id }) => id)).size]).toEqual([2, 1_500, 2]);
});

it('the shapes that go with a report are bounded too', async () => {
  const { reporter, taken } = before('none');
  const counts = new UsageCounts();
  for (const name of ['a', 'b', 'c']) counts.count({ ...operation(name), coordinates: ['x'.repeat(2_500_000)] }, { partyId: 'center', client: '' });
  await reporter.report(counts);
  expect(taken.map(({ uses }) => uses.length)).toEqual([1, 1, 1]);
});

it('a shape is told once, and again where so many others were told since that it is not remembered', async () => {
  const { reporter, taken } = before('none', { ofParty: 10_000 });
  const names = Array.from({ length: 10_000 }, (_, index) => `o${index}`);
  await reporter.report(asked('first'));
  for (const part of [names.slice(0, 2_000), names.slice(2_000, 4_000), names.slice(4_000, 6_000), names.slice(6_000, 8_000), names.slice(8_000)]) {
    await reporter.report(asked(...part));
  }
  const told = () => taken.flatMap(({ operations }) => operations.map(({ name }) => name));
  await reporter.report(asked('o9999'));
  expect([told().length, told().filter((name) => name === 'first').length]).toEqual([10_001, 1]);
  await reporter.report(asked('first'));
  expect(told().filter((name) => name === 'first').length).toBe(2);
});

it('while the registry is away what waits is bounded, the rest is told by its coordinates, and a report is sent again as it was', async () => {
  const sent: UsageReport[] = [];
  let away = true;
  const send = async (report: UsageReport) => {
    sent.push(report);
    if (away) throw new Error('away');
    return { unknownOperations: [] };
  };
  const reporter = new UsageReporter({ send, log, atMost: 3 });
  for (const counts of [asked('a', 'b'), asked('c', 'd', 'e', 'f'), asked('g', 'h')]) await reporter.report(counts);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  away = false;
  sent.length = 0;
  await reporter.report(asked());
  const rest = ['f', 'g', 'h'].map((name) => useOfCoordinate(`Query.${name}`).hash);
  expect(sent.map(({ uses, unrecorded }) => [uses.map(({ operation: name }) => name), unrecorded])).toEqual([[['a', 'b'], 0], [['c', 'd', 'e', ...rest], 0]]);
});

it('a registry that refuses even that nothing was asked, or does not know what it was just told, is asked again with the next report and not for ever', async () => {
  const warned: string[] = [];
  const listening = { ...log, warn: (_fields: object, message: string) => void warned.push(message) };
  const refuses = () => Promise.reject(new ReportRefused('400'));
  const forgets = async ({ uses }: UsageReport) => ({ unknownOperations: uses.map(({ operation: name }) => name) });
  // Who forgets is first asked as who knew, from the second report on.
  for (const [answer, names, expected] of [[refuses, [], 3], [forgets, ['a'], 5]] as const) {
    let times = 0;
    const send = (report: UsageReport) => ((times += 1) > 20 ? Promise.resolve({ unknownOperations: [] }) : answer(report));
    const reporter = new UsageReporter({ send, log: listening });
    await reporter.report(asked(...names));
    for (let report = 1; report < 3; report += 1) await reporter.report(asked());
    expect([times, reporter.waiting]).toEqual([expected, true]);
  }
  expect(warned).toEqual(Array(2).fill('the registry does not take the usage; it waits here, and is added up'));
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

it('a party’s clients beyond those of a day are counted as one, and what cannot be counted fails nobody and is told as unrecorded', async () => {
  const { reporter, taken } = before('none');
  const recorder = new UsageRecorder({ reporter, log, every: 3_600_000 });
  const schema = buildSchema('type Query { a: Int }');
  const document = parse('query A { a }');
  for (let client = 0; client < 52; client += 1) recorder.count(schema, document, 'A', { partyId: 'center', client: `c${client}` });
  recorder.count(schema, document, 'None', { partyId: 'center', client: 'c0' });
  await recorder.close();
  const uses = taken.flatMap((report) => report.uses);
  expect([uses.length, uses.find(({ client }) => client === 'other')?.requests]).toEqual([51, 2]);
  expect(taken.reduce((sum, { unrecorded }) => sum + unrecorded, 0)).toBe(1);
});

it('a party that asks ever new operations as ever new clients leaves nothing unknown of what all others ask, nor of what it asks itself', async () => {
  const { reporter, taken } = before('none');
  const recorder = new UsageRecorder({ reporter, log, every: 3_600_000 });
  const fields = Array.from({ length: 101 }, (_, index) => `f${index}`);
  const schema = buildSchema(`type Query { ${fields.map((field) => `${field}: Int`).join(' ')} }`);
  const documents = fields.map((field) => parse(`{ ${field} }`));
  // One that is none, and would be refused by every owner, is not counted.
  for (const partyId of ['loud', 'p'.repeat(201)]) for (const document of documents) for (let client = 0; client < 50; client += 1) recorder.count(schema, document, undefined, { partyId, client: `c${client}` });
  recorder.count(schema, parse('{ f0 }'), undefined, { partyId: 'quiet', client: 'desk' });
  await recorder.close();
  const uses = taken.flatMap((report) => report.uses);
  const known = new Map(taken.flatMap(({ operations }) => operations).map(({ hash, coordinates }) => [hash, coordinates]));
  const of = (partyId: string) => [...new Set(uses.filter((use) => use.partyId === partyId).flatMap((use) => known.get(use.operation) ?? []))].filter((coordinate) => coordinate.includes('.'));
  expect(of('loud').sort()).toEqual(fields.map((field) => `Query.${field}`).sort());
  expect(of('quiet')).toEqual(['Query.f0']);
  expect([new Set(uses.map(({ partyId }) => partyId)).size, taken.reduce((sum, { unrecorded }) => sum + unrecorded, 0)]).toEqual([2, 0]);
});

import { grantees, manyParties } from '../src/bench/sharing/many-parties.js';
import { processorTime } from '../src/bench/processor-time.js';
import { registerQuestion } from '../src/bench/sharing/register-question.js';
import { tellValues } from '../src/bench/sharing/tell-values.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';

it('asks for five hundred parties of all kinds that have accounts, of all levels, in several roles, some with grants', () => {
  expect(new Set(manyParties.map(({ id }) => id)).size).toBe(500);
  expect(new Set(manyParties.map(({ kind }) => kind))).toEqual(new Set(['REGULATOR', 'MONITORING_CENTER', 'PLATFORM', 'LAB', 'MERCHANT']));
  expect(new Set(manyParties.flatMap(({ level }) => level ?? []))).toEqual(new Set(['PROVINCE', 'CITY', 'COUNTY']));
  expect(new Set(manyParties.map(({ role }) => role)).size).toBeGreaterThan(4);
  expect(grantees.length).toBeGreaterThan(50);
  expect(grantees.length).toBeLessThan(manyParties.length / 2);
});

it('asks what the hub answers', () => {
  expect(validate(buildSchema(supergraphSdl, { assumeValid: true }), parse(registerQuestion))).toEqual([]);
});

it('holds against each other what one round gave, and says where the difference goes', () => {
  const told: string[] = [];
  const of = { 'terms and audit': [12, 30], 'audit unsealed': [11, 28], 'terms alone': [10.5, 22], neither: [10, 20] };
  tellValues({ metric: 'processor time for a request', at: '1 at a time', of }, ({ subject, metric, value, unit }) => told.push(`${subject}, ${metric}: ${value.toFixed(2)} ${unit}`));
  expect(told).toContain('terms and audit, processor time for a request, 1 at a time: 21.00 ms');
  expect(told).toContain('hub, processor time for a request, 1 at a time: how many times as much: 1.35 ×');
  expect(told).toContain('sealing, and records of the exchange, processor time for a request, 1 at a time: 1.50 ms');
  expect(told).toContain('entries of the audit log, processor time for a request, 1 at a time: 3.25 ms');
  expect(told).toContain('terms, processor time for a request, 1 at a time: 1.25 ms');
  told.length = 0;
  tellValues({ metric: 'throughput', at: '16 at a time', of: { ...of, 'terms and audit': [5, 10] } }, ({ subject, metric, value }) => told.push(`${subject}, ${metric}: ${value.toFixed(2)}`));
  expect(told.at(-1)).toBe('hub, throughput, 16 at a time: how many times as much: 2.00');
});

it.runIf(process.platform === 'linux')('counts the processor time of a process', async () => {
  const [before, own] = [await processorTime(process.pid), process.cpuUsage()];
  while (process.cpuUsage(own).user < 100_000);
  expect((await processorTime(process.pid)) - before).toBeGreaterThanOrEqual(80);
});

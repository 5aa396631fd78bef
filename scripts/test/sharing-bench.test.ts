import { grantees, manyParties } from '../src/bench/sharing/many-parties.js';
import { registerQuestion } from '../src/bench/sharing/register-question.js';
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

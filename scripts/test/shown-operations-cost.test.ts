import { readFile } from 'node:fs/promises';
import { CostLimit } from '@hub/gateway/limits/cost/cost-limit.js';
import { standardLimits } from '@hub/gateway/limits/limit-settings.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { demoSteps } from '../src/demo/steps/demo-steps.js';
import { emptyStory } from '../src/demo/story.js';

const schema = buildSchema(supergraphSdl, { assumeValid: true });
const limit = new CostLimit(standardLimits.LIMIT_COST, schema, supergraphSdl);

function costOf(query: string, variables: object = {}): number {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`No operation: ${query}`);
  return limit.costOf(document, operation, { ...variables });
}

const shownOnPage = async (file: string) =>
  [...(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8')).matchAll(/-d '(\{"query":.*\})'/g)].map(([, body = '']) => (JSON.parse(body) as { query: string }).query);

it('what the README shows costs a hundredth of the standard limit at most', async () => {
  const queries = await shownOnPage('README.md');
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) expect({ query, fits: costOf(query) <= standardLimits.LIMIT_COST / 100 }).toEqual({ query, fits: true });
});

it('what the demo asks costs a tenth of the standard limit at most', () => {
  const story = emptyStory('costs');
  const readings = demoSteps.flatMap(({ waitsFor, checks = [] }) => (waitsFor ? [waitsFor, ...checks] : checks));
  expect(readings.length).toBeGreaterThan(20);
  for (const { query, variables } of readings) {
    expect({ query, fits: costOf(query, variables?.(story)) <= standardLimits.LIMIT_COST / 10 }).toEqual({ query, fits: true });
  }
});

it('the reference query costs a third of the standard limit at most with a page of a hundred', async () => {
  const query = await readFile(new URL('../../gateway/test/journeys/reference-query.graphql', import.meta.url), 'utf8');
  expect(costOf(query, { first: 100 })).toBeLessThanOrEqual(standardLimits.LIMIT_COST / 3);
});

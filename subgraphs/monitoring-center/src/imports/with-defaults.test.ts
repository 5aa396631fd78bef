import { sdl } from '@hub/schema/generated/monitoring-center.js';
import { buildASTSchema, coerceInputValue, parse, type GraphQLInputObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { withDefaults } from './with-defaults.js';

const type = buildASTSchema(parse(sdl), { assumeValidSDL: true }).getType('TakeInRiskInformationInput') as GraphQLInputObjectType;
const least = { idempotencyKey: 'k', channel: 'INTERNET', productName: '水壶', hazardItem: '漏电', scope: {}, observedOn: '2026-03-01', sourceRecord: { source: 's', key: '1', content: '{}' } };

it.each<[string, Readonly<Record<string, unknown>>]>([
  ['the least that the act takes', least],
  ['all that it takes of itself', { ...least, hazardDegree: 'HIGH', links: ['https://example.cn/1'], scope: { units: 3, platforms: ['甲'] }, injuries: { description: '烫伤' } }],
  ['members in another order', Object.fromEntries(Object.entries(least).reverse())],
])('makes an input as GraphQL does: %s', (_what, given) => {
  const made = withDefaults(type)(given);
  expect(made).toEqual(coerceInputValue(given, type));
  expect(Object.keys(made)).toEqual(Object.keys(coerceInputValue(given, type) as object));
});

import { readFile } from 'node:fs/promises';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { expect, it } from 'vitest';

const page = await readFile(new URL('../docs/subscriptions.md', import.meta.url), 'utf8');
const fields = buildSchema(supergraphSdl, { assumeValid: true }).getSubscriptionType()?.getFields() ?? {};
const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
const table = page.split('## Filters')[1]?.split('\n## ')[0] ?? '';
const rows = [...table.matchAll(/^\| (?!subject|---)(.*) \|$/gm)].map(([, row = '']) => {
  const [subject, ...filters] = row.split(' | ');
  return { subscriptions: names(subject), filters: filters.flatMap(names) };
});

/** What a subscription may be asked to choose by. */
const choosesBy = (subscription: string): string[] =>
  (fields[subscription]?.args ?? []).flatMap(({ name, type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) ? Object.keys(input.getFields()) : [name];
  });

it('the page of subscriptions names every one that there is, and none that there is not', () => {
  const first = page.split('## Filters')[0] ?? '';
  const told = [...first.matchAll(/^\| [\w-]+ \| (.*) \|$/gm)].flatMap(([, cell]) => names(cell));
  expect(told.filter((name) => name in fields).sort()).toEqual(Object.keys(fields).sort());
});

it('its table of filters has a row for each but that of the register, and names filters that there are', () => {
  expect(rows.flatMap(({ subscriptions }) => subscriptions).sort()).toEqual(Object.keys(fields).filter((name) => name !== 'participantChanged').sort());
  for (const { subscriptions, filters } of rows) {
    for (const subscription of subscriptions) expect(choosesBy(subscription), subscription).toEqual(expect.arrayContaining(filters));
  }
});

it('its table of filters says – of none that there is', () => {
  const five = ['planId', 'productCategory', 'centerRegionCode', 'regulatorRegionCode', 'sellerRegionCode', 'platform', 'platformId', 'hazardDegree'];
  for (const { subscriptions, filters } of rows) {
    for (const subscription of subscriptions) expect(filters, subscription).toEqual(expect.arrayContaining(choosesBy(subscription).filter((name) => five.includes(name))));
  }
});

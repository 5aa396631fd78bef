import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { buildSchema, getNamedType, getNullableType, isEnumType, isListType, isObjectType, Kind, parse, type GraphQLOutputType, type SelectionSetNode } from 'graphql';
import { expect, it } from 'vitest';
import { isLabelKind } from '../../src/documents/document-kind.js';
import { documentKinds } from '../../src/documents/document-kinds.js';
import { Reading } from '../../src/documents/paper/reading.js';
import { Sheet } from '../../src/documents/paper/sheet.js';
import { Withheld } from '../../src/documents/paper/withheld.js';

const schema = buildSchema(supergraphSdl, { assumeValid: true });
const [endOfDay, another] = ['2026-12-11T00:00:00.000+08:00', '2026-11-02T09:30:00.000+08:00'];
/** What the contract calls points in time by which something is to be done. */
const isDueTime = (name: string) => /(By|[dD]ueAt|promisedAt)$/.test(name);

/** An answer in which everything is given, and each due time is the end of a day. */
function answerTo(type: GraphQLOutputType, { selections }: SelectionSetNode): object {
  const of = getNamedType(type);
  if (!isObjectType(of)) throw new Error(`${of.name} is no object`);
  return Object.fromEntries(
    selections.flatMap((field) => {
      if (field.kind !== Kind.FIELD) return [];
      const { value: name } = field.name;
      const given = of.getFields()[name]?.type;
      if (!given) throw new Error(`${of.name} has no ${name}`);
      const one = field.selectionSet ? answerTo(given, field.selectionSet) : leaf(given, name);
      return [[name, isListType(getNullableType(given)) ? [one] : one]];
    }),
  );
}

function leaf(type: GraphQLOutputType, name: string): unknown {
  const of = getNamedType(type);
  if (of.name === 'DateTime') return isDueTime(name) ? endOfDay : another;
  return isEnumType(of) ? of.getValues()[0]?.name : ({ Int: 1, Float: 1, Boolean: true, Decimal: '1.00', Date: '2026-01-05' }[of.name] ?? '某');
}

/** How many limits stand on the paper of a kind. */
const limitsOf: Readonly<Record<string, number>> = { 'inspection-report': 1, 'monitoring-data': 1, 'commission-form': 2, 'result-notice': 1 };
const forms = [...documentKinds.values()].flatMap((kind) => (isLabelKind(kind) ? [] : [kind]));

it.each(forms)('a paper writes a limit that ends with a day as that day at 24:00: $name', ({ name, root, selection, draw }) => {
  const [query] = parse(`{ ${root} ${selection} }`).definitions;
  const type = schema.getQueryType()?.getFields()[root]?.type;
  if (query?.kind !== Kind.OPERATION_DEFINITION || query.selectionSet.selections[0]?.kind !== Kind.FIELD || !query.selectionSet.selections[0].selectionSet || !type) throw new Error('no query');
  const sheet = new Sheet({});
  draw(new Reading(answerTo(type, query.selectionSet.selections[0].selectionSet), [root], new Withheld(undefined)), sheet);
  const drawn = JSON.stringify(sheet.content);
  expect(drawn).not.toMatch(/12月11日|00:00/);
  expect(drawn.match(/2026年12月10日 24:00/g) ?? []).toHaveLength(limitsOf[name] ?? 0);
});

import { Supergraph } from '@apollo/federation-internals';
import { actForm } from '@hub/imports/sheets/act-form.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { getNamedType, isObjectType, Kind, parse, valueFromASTUntyped } from 'graphql';
import { describe, expect, it } from 'vitest';
import { exportQuery } from '../../src/exports/export-query.js';
import { doingQuery } from '../../src/sheets/do-items.js';
import { sheetActs } from '../../src/sheets/sheet-acts.js';

const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
const mutations = parse(supergraphSdl, { noLocation: true }).definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Mutation' ? (each.fields ?? []) : []));

describe.each(sheetActs)('the sheet of $act', ({ act, without, waiting }) => {
  const form = actForm(schema, act, { without });

  it('is of an act of the contract, with a Chinese heading for each column', () => {
    expect(form?.title['zh-CN']).toMatch(/^\p{Script=Han}+/u);
    expect(form?.columns.filter(({ title }) => !title['zh-CN'].split(' · ').every((part) => /^\p{Script=Han}/u.test(part))).map(({ name }) => name)).toEqual([]);
  });

  it('has no two words for one choice', () => {
    for (const { choices = [] } of form?.columns ?? []) expect(new Set(choices.map(({ word }) => word)).size).toBe(choices.length);
  });

  it('reads of an outcome what it came to', () => {
    expect(form && doingQuery(schema, form)).toContain('value { id');
  });

  it.runIf(waiting)('shows every point in time as a due time', () => {
    const page = getNamedType(schema.getQueryType()?.getFields()[waiting?.list ?? '']?.type);
    const row = isObjectType(page) ? getNamedType(page.getFields()['nodes']?.type) : undefined;
    if (!isObjectType(row)) throw new Error(`${waiting?.list} has no rows.`);
    const times = (waiting?.shows ?? []).filter(({ path }) => getNamedType(row.getFields()[path]?.type)?.name === 'DateTime');
    expect(times.map(({ path, isDueTime }) => [path, isDueTime])).toEqual(times.map(({ path }) => [path, true]));
  });

  it.runIf(waiting)('has what waits by the states from which the act is possible, in columns that it has', () => {
    const terms = mutations.find(({ name }) => name.value === act)?.directives?.find(({ name }) => name.value === 'act')?.arguments ?? [];
    const from = terms.find(({ name }) => name.value === 'from');
    if (from) expect(valueFromASTUntyped(from.value)).toEqual(expect.arrayContaining([...(waiting?.state ?? [])]));
    expect(form?.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(waiting?.fills ?? {})));
    const fields = [...Object.values(waiting?.fills ?? {}), ...(waiting?.shows ?? []).map(({ path }) => path), ...(waiting?.times ?? [])];
    expect(() => exportQuery(schema, { list: waiting?.list ?? '', format: 'jsonl', fields, filter: { state: waiting?.state }, pageSize: 1, arguments: {} }, 'en')).not.toThrow();
  });
});

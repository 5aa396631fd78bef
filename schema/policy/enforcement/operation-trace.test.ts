import { expect, it } from 'vitest';
import { OperationTrace } from './operation-trace.js';

it('tells nothing of an operation that touched nothing', () => {
  const { rows, refusals, acts, filters } = new OperationTrace();
  expect({ rows, refusals, acts, filters }).toEqual({ rows: {}, refusals: {}, acts: {}, filters: [] });
});

it('counts rows by who holds them and of which type they are', () => {
  const trace = new OperationTrace();
  for (const [type, holder] of [['Sample', 'center'], ['Sample', 'center'], ['Purchase', 'center'], ['Sample', 'lab-1']] as const) trace.row(type, holder);
  expect(trace.rows).toEqual({ center: { Sample: 2, Purchase: 1 }, 'lab-1': { Sample: 1 } });
});

it('counts refused values by coordinate and code together, and by holder, where one is known', () => {
  const trace = new OperationTrace();
  for (const [code, holder] of [['SHARING_CLOSED', 'center'], ['SHARING_CLOSED', 'center'], ['SHARING_CLOSED', ''], ['SHARING_NOT_YET_VISIBLE', 'center']] as const) trace.refused('Sample.price', code, holder);
  expect(trace.refusals).toEqual({ 'Sample.price SHARING_CLOSED': { center: 2, '': 1 }, 'Sample.price SHARING_NOT_YET_VISIBLE': { center: 1 } });
});

it('counts the items of acts by act and outcome', () => {
  const trace = new OperationTrace();
  for (const outcome of ['DONE', 'DONE', 'VALUE_INVALID']) trace.act('issuePlan', outcome);
  trace.act('closeField', 'DONE');
  expect(trace.acts).toEqual({ issuePlan: { DONE: 2, VALUE_INVALID: 1 }, closeField: { DONE: 1 } });
});

it('names each field by which rows were chosen once, in order', () => {
  const trace = new OperationTrace();
  for (const coordinate of ['Sample.price', 'Plan.state', 'Sample.price']) trace.filtered(coordinate);
  expect(trace.filters).toEqual(['Plan.state', 'Sample.price']);
});

it('keeps the counts apart, and what it told before does not change when more is counted', () => {
  const trace = new OperationTrace();
  trace.row('Sample', 'center');
  const [rows, filters] = [trace.rows, trace.filters];
  trace.row('Sample', 'center');
  trace.filtered('Sample.price');
  expect([rows, filters]).toEqual([{ center: { Sample: 1 } }, []]);
  expect([trace.refusals, trace.acts]).toEqual([{}, {}]);
});

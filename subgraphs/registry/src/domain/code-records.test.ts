import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { codeRecords } from './code-records.js';

it('leads from a code to the latest meaning of its successor, wherever it stands in the list', () => {
  const codes = [
    codeEntry({ code: 'B', zh: '新', en: 'new', validFrom: '2027-01-01' }),
    codeEntry({ code: 'A', zh: '旧', en: 'old', validTo: '2026-01-01', successorCodes: ['B'], parentCode: 'B' }),
    codeEntry({ code: 'B', zh: '先', en: 'before', validTo: '2027-01-01' }),
  ];
  expect(codeRecords({ id: 'a-list', zh: '表', en: 'list', codes }).map(({ id, parentId, successorIds }) => [id, parentId, ...successorIds])).toEqual([
    ['a-list/B@2027-01-01', null],
    ['a-list/A', 'a-list/B@2027-01-01', 'a-list/B@2027-01-01'],
    ['a-list/B', null],
  ]);
});

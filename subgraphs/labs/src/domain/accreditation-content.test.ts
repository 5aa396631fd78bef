import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { accreditationContent } from './accreditation-content.js';

const bodies = [codeEntry({ code: 'GB', zh: '国家标准', en: 'national' }), codeEntry({ code: 'QB', zh: '轻工', en: 'light industry', validTo: '2026-01-01', successorCodes: ['XZ'] })];
const codes = { codeLists: { entriesOf: (_list: string, code: string) => bodies.filter((entry) => entry.code === code) }, now: new Date('2026-03-10T00:00:00Z') };
const item = (standardNumber: string) => ({ itemCode: 'LEAK', itemName: '泄漏', standardNumber, standardVersion: '2018', site: 'A' });
const renewed = (...scope: ReturnType<typeof item>[]) => ({ cma: { certificateNumber: '260000000000', validFrom: '2026-03-01', validUntil: '2032-02-29' }, cnas: null, scope, signatories: null });

it('a lab renews its certificate with what its scope has, though the body of a standard has ended since, and takes up nothing new of that body (3.2 c, 5.4.3 c)', () => {
  const before = [item('QB/T 1333')];
  expect(accreditationContent(renewed(item(' qb／t 1333'), item('GB 4706.1')), codes, before).scope.map(({ standardNumber }) => standardNumber)).toEqual(['QB/T 1333', 'GB 4706.1']);
  expect(() => accreditationContent(renewed(item('QB/T 1333'), item('QB/T 1334')), codes, before)).toThrow(expect.objectContaining({ code: 'CODE_RETIRED', details: expect.objectContaining({ field: 'scope.1.standardNumber' }) }) as Error);
  expect(() => accreditationContent(renewed(item('QB/T 1333')), codes)).toThrow('CODE_RETIRED');
});

import { describe, expect, it } from 'vitest';
import { applicationMutation, applyFor } from './apply-for.js';

const now = new Date('2026-06-01T00:00:00Z');
const application = (...[purpose, may]: [Parameters<typeof applyFor>[2], Parameters<typeof applyFor>[3]]) => applyFor('Lab.signatories', ['lab-1'], purpose, may, now);
const purposeOf = (...asked: Parameters<typeof application>) => application(...asked).variables.items[0]?.['purpose'];

describe('what a refusal says to send (5.4.3 b)', () => {
  it('is the act with the field, the holders as they are, and a time of ninety days, under a key of its own', () => {
    const holders = ['lab-1'];
    const { mutation, variables } = applyFor('Lab.signatories', holders, 'SUPERVISION', { purposes: 'any' }, now);
    expect([mutation, variables.items]).toEqual([applicationMutation, [{ idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, fields: ['Lab.signatories'], holderIds: ['lab-1'], purpose: 'SUPERVISION', until: '2026-08-30T00:00:00.000Z' }]]);
    expect(variables.items[0]?.['holderIds']).toBe(holders);
    expect(application('SUPERVISION', { purposes: 'any' }).variables.items[0]?.['idempotencyKey']).not.toBe(variables.items[0]?.['idempotencyKey']);
  });

  it('names the purpose for which is asked where the terms allow it, and else one that they do', () => {
    expect(purposeOf('STATISTICS', { purposes: 'any' })).toBe('STATISTICS');
    expect(purposeOf('STATISTICS', { purposes: ['INSPECTION', 'STATISTICS'] })).toBe('STATISTICS');
    expect(purposeOf('SUPERVISION', { purposes: ['INSPECTION', 'STATISTICS'] })).toBe('INSPECTION');
    expect(purposeOf(undefined, { purposes: ['INSPECTION'] })).toBe('INSPECTION');
    expect(purposeOf(undefined, { purposes: 'any' })).toBe('SUPERVISION');
  });
});

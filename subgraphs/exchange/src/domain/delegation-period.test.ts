import { describe, expect, it } from 'vitest';
import { delegationPeriod } from './delegation-period.js';

const now = new Date('2026-03-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const refused = (wanted: { role?: string; beginsAt?: Date | null; until: Date }) => {
  try {
    return delegationPeriod({ role: 'ANALYST', beginsAt: null, ...wanted }, now);
  } catch (error) {
    const { code, details } = error as { code: string; details: { field: string } };
    return `${code} ${details.field}`;
  }
};

describe('the time of a delegation (代办期限)', () => {
  it('begins now unless told otherwise, and never in the past', () => {
    expect(refused({ until: inDays(7) })).toEqual({ beginsAt: now, until: inDays(7) });
    expect(refused({ beginsAt: new Date(now.getTime() - 1), until: inDays(7) })).toBe('VALUE_INVALID beginsAt');
    expect(refused({ beginsAt: inDays(3), until: inDays(7) })).toEqual({ beginsAt: inDays(3), until: inDays(7) });
  });

  it('ends after it begins, within 92 days, and begins within 183', () => {
    expect(refused({ until: now })).toBe('VALUE_INVALID until');
    expect(refused({ beginsAt: inDays(3), until: inDays(3) })).toBe('VALUE_INVALID until');
    expect(refused({ until: inDays(92) })).toMatchObject({ until: inDays(92) });
    expect(refused({ until: new Date(inDays(92).getTime() + 1) })).toBe('VALUE_INVALID until');
    expect(refused({ beginsAt: inDays(183), until: inDays(190) })).toMatchObject({ beginsAt: inDays(183) });
    expect(refused({ beginsAt: inDays(184), until: inDays(190) })).toBe('VALUE_INVALID beginsAt');
  });

  it.each(['SIGNATORY', 'REVIEWER', 'TECHNICIAN', 'DATA_STEWARD', 'AUDITOR', 'SECURITY_ADMINISTRATOR', 'NONE'])('is for none of the role %s', (role) => {
    expect(refused({ role, until: inDays(7) })).toBe('ROLE_NOT_DELEGABLE role');
  });
});

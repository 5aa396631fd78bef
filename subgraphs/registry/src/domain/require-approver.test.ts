import { expect, it } from 'vitest';
import { requireApprover, type Approver } from './require-approver.js';

const check = { checkedBy: ['registry-token:1', 'steward.1'], found: ['NARROWED', 'WIDENED', 'BREAKING', 'LINT'] };
const regulator = { userId: 'regulator.1', kind: 'REGULATOR', role: 'OFFICER' };
const security = { userId: 'security.1', kind: 'MONITORING_CENTER', role: 'SECURITY_ADMINISTRATOR' };
const steward = { userId: 'steward.2', kind: 'MONITORING_CENTER', role: 'DATA_STEWARD' };
const refused = (kinds: readonly string[], approver: Approver, found = check) => {
  try {
    requireApprover(kinds, approver, found);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('what takes something back is the regulators’ to approve, what opens something the security administrators’, what breaks clients another steward’s', () => {
  const matrix = [regulator, security, steward].map((approver) => ['NARROWED', 'WIDENED', 'BREAKING', 'LINT'].map((kind) => refused([kind], approver) === undefined));
  expect(matrix).toEqual([
    [true, false, false, false],
    [false, true, false, false],
    [false, false, true, false],
  ]);
});

it('nobody approves what he had checked himself, or by a token of his, nor what was not found', () => {
  expect(refused(['BREAKING'], { ...steward, userId: 'steward.1' })).toBe('SCHEMA_APPROVAL_NOT_YOURS');
  expect(refused(['BREAKING'], { ...steward, onBehalfOf: 'steward.1' })).toBe('SCHEMA_APPROVAL_NOT_YOURS');
  expect(refused(['NARROWED'], regulator, { ...check, found: [] })).toBe('VALUE_INVALID');
  expect(refused([], regulator)).toBe('VALUE_INVALID');
  expect(refused(['NARROWED', 'WIDENED'], regulator)).toBe('SCHEMA_APPROVAL_NOT_YOURS');
});

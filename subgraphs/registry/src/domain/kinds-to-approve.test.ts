import { expect, it } from 'vitest';
import { kindsToApprove } from './kinds-to-approve.js';

it('each kind of error is to be approved once, warnings never', () => {
  const findings = [
    { kind: 'WIDENED', severity: 'ERROR' },
    { kind: 'WIDENED', severity: 'ERROR' },
    { kind: 'NARROWED', severity: 'ERROR' },
    { kind: 'BREAKING', severity: 'WARNING' },
  ];
  expect(kindsToApprove(findings, [])).toEqual(['WIDENED', 'NARROWED']);
  expect(kindsToApprove(findings, [{ kinds: ['NARROWED'] }])).toEqual(['WIDENED']);
  expect(kindsToApprove(findings, [{ kinds: ['NARROWED'] }, { kinds: ['WIDENED'] }])).toEqual([]);
});

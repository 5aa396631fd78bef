import { expect, it } from 'vitest';
import { reviewsProposals } from './reviews-proposals.js';

it('proposals are reviewed by those of the centre and the province who decide on them, and by the centre’s auditor', () => {
  const readers = [
    { kind: 'MONITORING_CENTER', role: 'DATA_STEWARD' }, { kind: 'MONITORING_CENTER', role: 'SECURITY_ADMINISTRATOR' }, { kind: 'MONITORING_CENTER', role: 'AUDITOR' },
    { kind: 'REGULATOR', level: 'PROVINCE', role: 'OFFICER' }, { kind: 'REGULATOR', level: 'CITY', role: 'OFFICER' }, { kind: 'REGULATOR', level: 'PROVINCE', role: 'AUDITOR' },
    { kind: 'MONITORING_CENTER', role: 'ANALYST' }, { kind: 'PLATFORM', role: 'OFFICER' }, { kind: 'LAB', role: 'AUDITOR' },
  ];
  expect(readers.map(reviewsProposals)).toEqual([true, true, true, true, false, false, false, false, false]);
});

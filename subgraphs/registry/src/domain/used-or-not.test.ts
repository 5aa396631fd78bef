import { expect, it } from 'vitest';
import { usedOrNot } from './used-or-not.js';

it('an owner’s build is told which fields were used and whether all was recorded, and never how much', () => {
  const counted = { subgraph: 'labs', since: '2026-11-01', unrecorded: 0, unreportedDays: 0, silentGatewayDays: 0, fields: [{ coordinate: 'Lab.id', requests: 12_345 }, { coordinate: 'Lab.scope', requests: 0 }] };
  const told = usedOrNot(counted);
  expect(told).toMatchObject({ allRecorded: true, fields: [{ coordinate: 'Lab.id', used: true }, { coordinate: 'Lab.scope', used: false }] });
  for (const gap of ['unrecorded', 'unreportedDays', 'silentGatewayDays'] as const) expect(usedOrNot({ ...counted, [gap]: 1 }).allRecorded, gap).toBe(false);
});

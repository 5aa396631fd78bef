import { expect, it } from 'vitest';
import type { Transaction } from '../unit-of-work/transaction.js';
import { Membership } from './membership.js';

it('keeps what the later of two readings found, also where the earlier one ends last: who was suspended meanwhile does not come back', async () => {
  const row = { user_id: 'u1', roles: ['ANALYST'], keys: [], party_id: 'p1', kind: 'LAB', level: null, region_code: '' };
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let members = [row];
  let told = 0;
  const tx = {
    $queryRawUnsafe: async (sql: string) => {
      if (!sql.includes('participant_user')) return [];
      const found = members;
      if (found.length > 0) await held;
      return found;
    },
  };
  const membership = new Membership(tx as unknown as Transaction, null);
  membership.onRefresh(() => (told += 1));
  const earlier = membership.refresh();
  members = [];
  await membership.refresh();
  letGo();
  await earlier;
  expect(membership.callerOf({ userId: 'u1', partyId: 'p1', role: 'ANALYST' }, undefined)).toBeUndefined();
  expect([membership.size, told]).toEqual([0, 1]);
});

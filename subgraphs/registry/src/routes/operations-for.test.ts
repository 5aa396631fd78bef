import type { OwnOperations } from '@hub/kernel/service/own-operations.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { expect, it } from 'vitest';
import { operationsFor, operationsForAct } from './operations-for.js';

const [operateInForce, operateAsBuilt]: OwnOperations[] = [async () => ({ data: null }), async () => ({ data: null })];
const engine = { operateInForce: operateInForce!, operateAsBuilt: operateAsBuilt! };
const caller = (role: Caller['role']): Caller => ({ userId: 'u', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '', role });

it('the registry’s plain addresses are read under the terms in force, except by who may undo a publication (5.4.3)', () => {
  expect(operationsFor(caller('DATA_STEWARD'), engine)).toBe(operateAsBuilt);
  for (const role of ['ANALYST', 'AUDITOR', 'OFFICER'] as const) expect(operationsFor(caller(role), engine), role).toBe(operateInForce);
});

it('of the acts those alone that undo a publication are done under the terms of the code', () => {
  for (const act of ['checks', 'approvals', 'publications', 'promotions', 'built']) expect(operationsForAct(act, engine), act).toBe(operateAsBuilt);
  for (const act of ['tokens', 'revocations', 'exceptions', 'operations', 'retirements', 'proposals', 'rejections']) expect(operationsForAct(act, engine), act).toBe(operateInForce);
});

import { describe, expect, it } from 'vitest';
import { actorOf } from './actor-of.js';

const caller = { userId: 'steward.1', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '330000', role: 'ANALYST', purpose: 'SUPERVISION' } as const;

describe('who goes on record where a caller acts (clause 4)', () => {
  it('is the user, for the party, in the role, and nothing else of the caller', () => {
    expect(Object.entries(actorOf(caller))).toEqual([['userId', 'steward.1'], ['partyId', 'center'], ['role', 'ANALYST']]);
  });

  it('is a delegate together with whom they act for', () => {
    expect(actorOf({ ...caller, onBehalfOf: 'center.1' })).toStrictEqual({ userId: 'steward.1', partyId: 'center', role: 'ANALYST', onBehalfOf: 'center.1' });
  });
});

import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { describe, expect, it } from 'vitest';
import { actorOf } from './actor-of.js';

describe('the actor of an act', () => {
  it('is the user, the party and the role of the caller, and nothing that only decides on rights', () => {
    const caller: Caller = { userId: 'center.1', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '330000', role: 'ANALYST', purpose: 'SUPERVISION' };
    expect(actorOf(caller)).toEqual({ userId: 'center.1', partyId: 'center', role: 'ANALYST' });
  });

  it('is named with the user in whose stead a delegate acts', () => {
    expect(actorOf({ userId: 'center.1', partyId: 'center', role: 'ANALYST', onBehalfOf: 'center.2' })).toEqual({
      userId: 'center.1',
      partyId: 'center',
      role: 'ANALYST',
      onBehalfOf: 'center.2',
    });
  });
});

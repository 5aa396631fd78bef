import { describe, expect, it } from 'vitest';
import { readerOf } from './reader-of.js';

const caller = { userId: 'platform-1.1', partyId: 'platform-1', kind: 'PLATFORM', regionCode: '330100', role: 'OFFICER' } as const;

describe('the reader about whom an owner is asked', () => {
  it('is the caller, with the purpose, and none where there is none', () => {
    expect(readerOf({ ...caller, purpose: 'SUPERVISION' })).toStrictEqual({ userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER', purpose: 'SUPERVISION' });
    expect(readerOf(caller)).toStrictEqual({ userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER', purpose: null });
  });

  it('is a delegate in the stead of whom they act for', () => {
    expect(readerOf({ ...caller, onBehalfOf: 'platform-1.2' })).toStrictEqual({ userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER', onBehalfOf: 'platform-1.2', purpose: null });
  });
});

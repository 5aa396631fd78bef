import { describe, expect, it } from 'vitest';
import { clientPosition } from '../src/answer/client-position.js';

describe('a position in a subgraph’s answer becomes the client’s', () => {
  const unchanged = new Map<string, string>();

  it('below the place of the fetch, without list positions', () => {
    const fetch = { position: ['plans', '@', 'center'], renamedKeys: unchanged };
    expect(clientPosition(fetch, ['_entities', 'contact', 'phone'])).toEqual(['plans', 'center', 'contact', 'phone']);
    expect(clientPosition({ position: [], renamedKeys: unchanged }, ['plans', 'budget'])).toEqual(['plans', 'budget']);
  });

  it('with the names of the client’s query, where the planner had to rename', () => {
    const fetch = { position: [], renamedKeys: new Map([['size__alias_0', 'size']]) };
    expect(clientPosition(fetch, ['hits', 'size__alias_0'])).toEqual(['hits', 'size']);
    expect(clientPosition(fetch, ['hits', 'other__alias_0'])).toEqual(['hits', 'other__alias_0']);
  });
});

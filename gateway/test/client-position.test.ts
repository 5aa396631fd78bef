import { describe, expect, it } from 'vitest';
import { clientPosition, plannedErrorPath } from '../src/answer/client-position.js';

describe('a position in a subgraph’s answer becomes the client’s', () => {
  it('below the place of the fetch, without list positions', () => {
    expect(clientPosition(['plans', '@', 'center'], ['_entities', 'contact', 'phone'])).toEqual(['plans', 'center', 'contact', 'phone']);
    expect(clientPosition([], ['plans', 'budget'])).toEqual(['plans', 'budget']);
  });

  it('with the names of the client’s query, where the planner had to rename', () => {
    expect(clientPosition([], ['hits', 'size__alias_0'])).toEqual(['hits', 'size']);
    expect(plannedErrorPath(['hits', '@'], ['_entities', 2, 'size__alias_1'])).toEqual(['_entities', 2, 'size']);
  });

  it('or none, where only a wrong one could be told', () => {
    expect(plannedErrorPath(['plans', '@'], ['_entities'])).toBeUndefined();
    expect(plannedErrorPath(['plans', '@'], ['title'])).toBeUndefined();
    expect(plannedErrorPath([], undefined)).toBeUndefined();
  });
});

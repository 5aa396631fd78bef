import type { Actor } from './actor.js';

/**
 * Whether two acts are those of one person, where two are demanded (5.1.2 a, 5.4.3 a): who acts for another (代办) counts as both, so that
 * nobody confirms what was done on their behalf, and no delegate what the delegator did.
 */
export function isSamePerson(one: Pick<Actor, 'userId' | 'onBehalfOf'>, other: Pick<Actor, 'userId' | 'onBehalfOf'>): boolean {
  const persons = [other.userId, other.onBehalfOf];
  return [one.userId, one.onBehalfOf].some((person) => person != null && persons.includes(person));
}

import { describe, expect, it } from 'vitest';
import { requireStorable } from './require-storable.js';

const refused = (item: object) => {
  try {
    requireStorable(item);
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
  return 'nothing';
};

describe('what no text can hold is refused where it stands', () => {
  it.each([
    [{ note: 'a\u0000' }, 'note'],
    [{ scope: { regions: ['330105', '\ud83e'] } }, 'scope.regions.1'],
    [{ note: 'an emoji 🫖, غلاية and a line\nbreak', at: new Date(), count: 3, none: null }, 'nothing'],
  ])('%j: %s', (item, field) => {
    expect(refused(item)).toBe(field);
  });
});

import { describe, expect, it } from 'vitest';
import { matchConditions } from './match-conditions.js';

const product = { name: '便携式充电宝 A137', brand: 'Lanmiko', gtins: ['6901234567892'], items: [{ platformId: 'platform-1', id: '100012345' }] };
const open = ['id', 'title', 'brand', 'gtinAsListed', 'itemId', 'platform'].map((field) => `Listing.${field}`);
const written = (closed: readonly string[]) => matchConditions(product, 'Listing', new Map(open.filter((coordinate) => !closed.includes(coordinate)).map((coordinate) => [coordinate, true]))).map(({ condition }) => condition);

describe('what is asked of the index for a product', () => {
  it('is codes and numbers first, then brand and model, then words', () => {
    const [coded, modelled, worded] = written([]);
    expect(coded).toContain("'F:100012345'");
    expect(coded).toContain("'G:06901234567892'");
    expect(modelled).toContain("'B:a137'");
    expect(worded).toContain("'B:充电'");
  });

  it('is nothing of a field that is closed to the caller, nor of a number where its platform is', () => {
    expect(JSON.stringify(written(['Listing.gtinAsListed']))).not.toContain("'G:");
    expect(JSON.stringify(written(['Listing.brand']))).not.toContain("'C:");
    expect(JSON.stringify(written(['Listing.title']))).not.toContain("'B:");
    expect(JSON.stringify(written(['Listing.platform']))).not.toContain("'F:");
    expect(written(['Listing.id'])).toEqual([false, false, false]);
  });
});

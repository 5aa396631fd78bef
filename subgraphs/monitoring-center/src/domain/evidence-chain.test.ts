import { describe, expect, it } from 'vitest';
import { chainHash, chainStart, firstBreak, type ChainedEvidence } from './evidence-chain.js';

function chain(length: number): ChainedEvidence[] {
  const entries: ChainedEvidence[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previousHash = entries.at(-1)?.chainHash ?? chainStart.head;
    const entry = {
      id: `evidence-${sequence}`,
      center: 'center',
      sequence,
      sampleId: `sample-${sequence}`,
      kind: 'PHOTO',
      files: [{ hash: `sha-256:${'a'.repeat(64)}`, size: sequence, mediaType: 'image/jpeg', name: null }],
      takenAt: '2026-03-01T00:00:00.000Z',
      remark: null,
      preserved: { userId: 'center.1', partyId: 'center', role: 'SAMPLER', at: '2026-03-01T00:00:00.000Z' },
    };
    entries.push({ ...entry, previousHash, chainHash: chainHash(entry, previousHash) });
  }
  return entries;
}

const entries = chain(5);
const end = { sequence: 5, head: entries[4]?.chainHash ?? '' };
const found = (changed: readonly ChainedEvidence[]) => firstBreak(changed, chainStart, end);
const changed = (change: Partial<ChainedEvidence>) => entries.map((entry) => (entry.sequence === 3 ? { ...entry, ...change } : entry));
/** An entry changed, and its own hash made to fit. */
const forged = (place: number) =>
  entries.map((entry) => (entry.sequence === place ? { ...entry, remark: 'x', chainHash: chainHash({ ...entry, remark: 'x' }, entry.previousHash) } : entry));

describe('a chain of evidence is verified (5.2.4 a)', () => {
  it('whole, and page by page', () => {
    expect(found(entries)).toBeUndefined();
    const second = entries[1] as ChainedEvidence;
    expect(firstBreak(entries.slice(0, 2), chainStart)).toBeUndefined();
    expect(firstBreak(entries.slice(2), { sequence: 2, head: second.chainHash }, end)).toBeUndefined();
    expect(firstBreak([], chainStart, chainStart)).toBeUndefined();
  });

  it.each([
    ['a changed file', changed({ files: [] }), 3],
    ['a changed time', changed({ takenAt: '2026-03-02T00:00:00.000Z' }), 3],
    ['an entry given to another sample', changed({ sampleId: 'sample-9' }), 3],
    ['another actor', changed({ preserved: { userId: 'center.2' } }), 3],
    ['a changed entry whose own hash was made to fit', forged(3), 4],
    ['the last entry changed, its own hash made to fit', forged(5), 5],
    ['a removed entry', entries.filter(({ sequence }) => sequence !== 2), 2],
    ['the first entry removed', entries.slice(1), 1],
    ['the last entry removed', entries.slice(0, 4), 5],
    ['two entries exchanged', [...entries.slice(0, 1), ...entries.slice(1, 3).toReversed(), ...entries.slice(3)], 2],
    ['an entry added at the end', chain(6), 6],
  ])('%s is found', (_what, broken, at) => {
    expect(found(broken)).toBe(at);
  });
});

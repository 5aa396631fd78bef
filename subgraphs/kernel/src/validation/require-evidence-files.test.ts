import { describe, expect, it } from 'vitest';
import { requireEvidenceFiles } from './require-evidence-files.js';

const file = { hash: `sha-256:${'a'.repeat(64)}`, size: 1, mediaType: 'image/jpeg' };
const refused = (changes: object) => {
  try {
    requireEvidenceFiles('photos', [{ ...file, hash: `sha-256:${'b'.repeat(64)}` }, { ...file, ...changes }]);
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
  return 'nothing';
};

describe('files of evidence are named by hash, size and media type', () => {
  it('and are taken as they are named', () => {
    const bySm3 = { ...file, hash: `sm3:${'a'.repeat(64)}` };
    expect(requireEvidenceFiles('photos', [file, bySm3])).toEqual([{ ...file, name: null }, { ...bySm3, name: null }]);
  });

  it('a hundred at most', () => {
    const files = (count: number) => Array.from({ length: count }, (_each, index) => ({ ...file, hash: `sha-256:${String(index).padStart(64, '0')}` }));
    expect(requireEvidenceFiles('photos', files(100))).toHaveLength(100);
    expect(() => requireEvidenceFiles('photos', files(101))).toThrow(expect.objectContaining({ code: 'VALUE_INVALID', details: expect.objectContaining({ field: 'photos' }) }));
  });

  it.each([
    [{ hash: 'a'.repeat(64) }, 'photos.1.hash'],
    [{ hash: `sha-256:${'A'.repeat(64)}` }, 'photos.1.hash'],
    [{ hash: `md5:${'a'.repeat(32)}` }, 'photos.1.hash'],
    [{ hash: `sha-256:${'b'.repeat(64)}` }, 'photos.1.hash'],
    [{ size: 0 }, 'photos.1.size'],
    [{ mediaType: 'jpeg' }, 'photos.1.mediaType'],
    [{ name: 'x'.repeat(201) }, 'photos.1.name'],
  ])('%j is refused at %s', (changes, field) => {
    expect(refused(changes)).toBe(field);
  });
});

import { describe, expect, it } from 'vitest';
import { contentHashProblem } from './content-hash.js';

describe('a content hash names its algorithm', () => {
  it.each([`sha-256:${'0a'.repeat(32)}`, `sm3:${'f1'.repeat(32)}`])('%s', (hash) => {
    expect(contentHashProblem(hash)).toBeUndefined();
  });

  it.each([
    ['a'.repeat(64), 'FORM'],
    [`sha-256:${'A'.repeat(64)}`, 'FORM'],
    [`sha-256: ${'a'.repeat(64)}`, 'FORM'],
    ['', 'FORM'],
    [`md5:${'a'.repeat(32)}`, 'ALGORITHM'],
    [`constructor:${'a'.repeat(64)}`, 'ALGORITHM'],
    [`sm3:${'a'.repeat(63)}`, 'LENGTH'],
  ])('%s is refused: %s', (hash, problem) => {
    expect(contentHashProblem(hash)).toBe(problem);
  });
});

import { expect, it } from 'vitest';
import { applyMask } from './apply-mask.js';

it('keeps the first and the last character, and tells nothing of the length', () => {
  expect(applyMask('13800138000', 'PARTIAL', 'key')).toBe('1***0');
  expect(applyMask('王小明', 'PARTIAL', 'key')).toBe('王***明');
  expect(applyMask('𠀀小𠀁', 'PARTIAL', 'key')).toBe('𠀀***𠀁');
});

it('keeps nothing of a text of two characters or fewer', () => {
  for (const text of ['王明', '王', '']) expect(applyMask(text, 'PARTIAL', 'key')).toBe('***');
});

it('hashes under the owner’s key: equal values stay equal, and another key gives another hash', () => {
  const hash = applyMask('13800138000', 'HASH', 'key');
  expect(hash).toMatch(/^hmac-sha-256:[0-9a-f]{32}$/);
  expect(applyMask('13800138000', 'HASH', 'key')).toBe(hash);
  expect(applyMask('13800138001', 'HASH', 'key')).not.toBe(hash);
  expect(applyMask('13800138000', 'HASH', 'another key')).not.toBe(hash);
});

it('gives null for NULL, and leaves an absent value absent under every mask', () => {
  expect(applyMask('text', 'NULL', 'key')).toBeNull();
  for (const mask of ['PARTIAL', 'HASH', 'NULL'] as const) {
    expect(applyMask(null, mask, 'key')).toBeNull();
    expect(applyMask(undefined, mask, 'key')).toBeNull();
  }
});

import { codeEntry, type CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { describe, expect, it } from 'vitest';
import { codeListChanges } from './code-list-changes.js';

const kept = codeEntry({ code: 'A', zh: '甲', en: 'a' });
const ended = codeEntry({ code: 'B', zh: '乙', en: 'b', validTo: '2026-01-01' });
const kinds = (after: readonly CodeEntry[], before: readonly CodeEntry[] = [kept, ended]) => codeListChanges({ codes: before }, { codes: after }).map(({ kind, code }) => `${kind} ${code}`);

describe('what a version changes of a code list', () => {
  it.each<[string, readonly CodeEntry[], readonly string[]]>([
    ['nothing, in whatever order', [ended, kept], []],
    ['a code more', [kept, ended, codeEntry({ code: 'C', zh: '丙', en: 'c' })], ['CODE_ADDED C']],
    ['a code that ends', [{ ...kept, validTo: '2027-01-01', successorCodes: ['B'] }, ended], ['CODE_ENDED A']],
    ['one that ends earlier', [kept, { ...ended, validTo: '2025-06-01' }], ['CODE_ENDED B']],
    ['one that leads elsewhere after its end', [kept, { ...ended, successorCodes: ['A'] }], ['CODE_ENDED B']],
    ['one that ends later means something again', [kept, { ...ended, validTo: '2028-01-01' }], ['CODE_CHANGED B']],
    ['one that ends no more', [kept, { ...ended, validTo: null }], ['CODE_CHANGED B']],
    ['successors of one that does not end', [{ ...kept, successorCodes: ['B'] }, ended], ['CODE_CHANGED A']],
    ['a name', [{ ...kept, zh: '甲类' }, ended], ['CODE_CHANGED A']],
    ['an end that brings another name along', [{ ...kept, en: 'z', validTo: '2027-01-01' }, ended], ['CODE_CHANGED A']],
    ['a property', [{ ...kept, properties: [{ name: 'standard', values: ['GB 1'] }] }, ended], ['CODE_CHANGED A']],
    ['a second meaning from a day on', [{ ...kept, validTo: '2027-01-01' }, ended, { ...kept, en: 'z', validFrom: '2027-01-01' }], ['CODE_ENDED A', 'CODE_CHANGED A']],
    ['a meaning that is left out', [kept, { ...ended, validFrom: '2020-01-01' }], ['CODE_CHANGED B', 'CODE_CHANGED B']],
  ])('%s', (_title, after, expected) => expect(kinds(after)).toEqual(expected));
});

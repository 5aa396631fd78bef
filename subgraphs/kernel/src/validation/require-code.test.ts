import { codeEntry, type CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { productCategories } from '@hub/schema/code-lists/product-categories.js';
import { describe, expect, it } from 'vitest';
import { requireCode } from './require-code.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined }, now };
const keeping = (...codes: readonly CodeEntry[]) => ({ codeLists: { entriesOf: (list: string, code: string) => (list === 'product-categories' ? codes.filter((entry) => entry.code === code) : undefined) }, now });
const category = (code: string, more: Partial<CodeEntry> = {}) => codeEntry({ code, zh: '类', en: 'category', ...more });
const outcome = (code: string, codes: Parameters<typeof requireCode>[3]) => {
  try {
    return requireCode('categoryCode', code, productCategories, codes);
  } catch (error) {
    const { code: refusal, details } = error as { code: string; details: { field: string; parameters: Record<string, unknown> } };
    return { refusal, field: details.field, successors: details.parameters['successors'] };
  }
};

describe('a code for a new record (5.4.3 c)', () => {
  it('is one of the version that is published, or of the list that came with the hub where none was heard of', () => {
    expect(outcome(' 0706 ', unheard)).toBe('0706');
    expect(outcome('0999', unheard)).toMatchObject({ refusal: 'VALUE_INVALID', field: 'categoryCode' });
    expect(outcome('0999', keeping(category('0999')))).toBe('0999');
    expect(outcome('0706', keeping(category('0999')))).toMatchObject({ refusal: 'VALUE_INVALID' });
    expect(outcome(' ', unheard)).toMatchObject({ refusal: 'VALUE_REQUIRED' });
  });

  it('is in force today: from its first day on, and not on the day of its end, of which the successors are named', () => {
    expect(outcome('0999', keeping(category('0999', { validFrom: '2026-03-10', validTo: '2026-03-11' })))).toBe('0999');
    expect(outcome('0999', keeping(category('0999', { validFrom: '2026-03-11' })))).toMatchObject({ refusal: 'CODE_RETIRED', successors: { en: 'none is named' } });
    expect(outcome('0999', keeping(category('0999', { validTo: '2026-03-10', successorCodes: ['0706', '0707'] })))).toMatchObject({ refusal: 'CODE_RETIRED', successors: '0706, 0707' });
    const again = keeping(category('0999', { validTo: '2020-01-01' }), category('0999', { validFrom: '2026-01-01' }));
    expect(outcome('0999', again)).toBe('0999');
  });
});

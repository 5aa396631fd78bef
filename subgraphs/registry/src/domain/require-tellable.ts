import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';

/** What is not seen, or seen only upon another: controls, formats, separators of lines, marks, and what Unicode has not given out. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{M}]/u;

/**
 * Refuses a new code that people do not tell from another, or do not see whole: what only adds codes needs nobody's approval, and records would name what looks like a code that was there. Codes of before stay as they are.
 * @throws Refusal VALUE_INVALID
 */
export function requireTellable(codes: readonly Pick<CodeEntry, 'code'>[], before: readonly Pick<CodeEntry, 'code'>[]): void {
  const had = new Set(before.map(({ code }) => code));
  const byLook = new Map(before.map(({ code }) => [lookOf(code), code]));
  codes.forEach(({ code }, index) => {
    if (had.has(code)) return;
    const field = `codes.${index}.code`;
    requireValid(!unseen.test(code.normalize('NFC')), field, { en: 'it holds a character that is not seen by itself', 'zh-CN': '含有不可见或附加字符' }, { en: 'a code of characters that are seen', 'zh-CN': '由可见字符组成的代码' });
    const alike = byLook.get(lookOf(code)) ?? code;
    byLook.set(lookOf(code), code);
    requireValid(alike === code, field, { en: `it looks like the code ${alike}`, 'zh-CN': `与代码 ${alike} 难以区分` }, { en: 'a code that nobody takes for another', 'zh-CN': '不会与其他代码混淆的代码' });
  });
}

/** What a code is to the eye: widths, compositions and styles of the same character are one (UAX #15, NFKC). */
function lookOf(code: string): string {
  return code.normalize('NFKC');
}

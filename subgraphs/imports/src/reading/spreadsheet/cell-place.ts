/** Row from 1 and column from 0 of a place such as "C5". */
export function cellPlace(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  return { row: Number(digits), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

/** Columns of the widest sheet there is (ISO/IEC 29500-1 §18.3.1.13). */
export const mostColumns = 16_384;

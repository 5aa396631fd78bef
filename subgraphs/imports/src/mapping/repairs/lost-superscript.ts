const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "8.18×105μg/g" is 8.18×10⁵μg/g: nobody writes a factor of 105 so. */
export function lostSuperscript(text: string): string {
  return text.replaceAll(/(?<=\d\s?[×xX]\s?10)(\d)(?=\s?[\p{L}μµ%/])/gu, (_, digit: string) => digits[Number(digit)] ?? digit);
}

/** From how many digits on a spreadsheet may have lost some: it keeps fifteen (Excel specifications and limits). */
const tooLarge = 1e15;
/** Below which JavaScript writes a number with an exponent (ECMA-262 §6.1.6.1.20). */
const tooSmall = 1e-6;

/**
 * A number that a spreadsheet keeps, as it shows it: with fifteen digits, so that 0.30000000000000004 is 0.3; with more before its point as 1.23456789012345E+16, for nobody knows any more which digits they were; and however small it is
 * without an exponent, which no decimal of the contract has. What is no number stays as it is.
 */
export function numberInCell(stored: string): string {
  const number = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(number)) return stored;
  const kept = Number(number.toPrecision(15));
  if (Math.abs(kept) >= tooLarge) return kept.toExponential().toUpperCase();
  return kept !== 0 && Math.abs(kept) < tooSmall ? withoutExponent(kept) : String(kept);
}

/** A number below one: 0.0000005 for 5e-7. */
function withoutExponent(small: number): string {
  const [digits = '', exponent] = Math.abs(small).toExponential().split('e');
  return `${small < 0 ? '-' : ''}0.${'0'.repeat(-Number(exponent) - 1)}${digits.replace('.', '')}`;
}

/** Whether a text is a number whose last digits a spreadsheet has cut off, as it shows one, also where somebody has copied what was shown: 1.23457E+11. */
export function hasLostDigits(text: string): boolean {
  return /^-?\d(\.\d+)?E\+(1[1-9]|[2-9]\d|\d{3})$/i.test(text);
}

/** What a GTIN turned out to be (GB 12904): VALID as written, REPAIRED by restoring leading zeros, or INVALID all the same. */
export type GtinQuality = 'VALID' | 'REPAIRED' | 'INVALID';

export interface RepairedGtin {
  /** 14 digits; null where the check digit fails. */
  readonly gtin14: string | null;
  readonly quality: GtinQuality;
}

/** The lengths in which a GTIN is written. Any other has lost its leading zeros, as spreadsheets do to numbers. */
const writtenLengths = new Set([8, 12, 13, 14]);

/** A code padded to 14 digits; null for what is no run of 1 to 14 digits. The check digit is not looked at. */
export function gtin14Of(text: string): string | null {
  const digits = text.trim();
  return /^\d{1,14}$/.test(digits) ? digits.padStart(14, '0') : null;
}

/** Whether the last of 14 digits is the check digit of the others: weights 3 1 3 … from the left (GB 12904). */
export function hasGtinCheckDigit(gtin14: string): boolean {
  if (!/^\d{14}$/.test(gtin14) || /^0+$/.test(gtin14)) return false;
  const sum = [...gtin14.slice(0, 13)].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(gtin14[13]);
}

/** Checks a code as somebody wrote it, restores leading zeros where they are missing, and says so. */
export function repairGtin(text: string): RepairedGtin {
  const gtin14 = gtin14Of(text);
  if (gtin14 === null || !hasGtinCheckDigit(gtin14)) return { gtin14: null, quality: 'INVALID' };
  return { gtin14, quality: writtenLengths.has(text.trim().length) ? 'VALID' : 'REPAIRED' };
}

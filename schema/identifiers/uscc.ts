const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** 3^(i-1) mod 31 for the first 17 characters (GB 32100-2015). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** For the first 8 characters of an organisation code (GB 11714). */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** What is wrong with a unified social credit code (统一社会信用代码). */
export type UsccProblem = 'LENGTH' | 'CHARACTER' | 'REGION' | 'ORGANISATION_CHECK' | 'CHECK';

/**
 * Checks a unified social credit code as GB 32100-2015 has it: 18 characters of its alphabet, a region code of six digits in
 * 3 to 8 (which may have been abolished since), an organisation code with a check of its own in 9 to 17 (GB 11714), and the
 * check character. A few genuine codes of the transition years fail: an import flags them, a form refuses them.
 *
 * @returns what is wrong, or undefined
 */
export function usccProblem(code: string): UsccProblem | undefined {
  if (code.length !== 18) return 'LENGTH';
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return 'CHARACTER';
  if (!/^\d{6}$/.test(code.slice(2, 8))) return 'REGION';
  if (organisationCheck(code.slice(8, 16)) !== code[16]) return 'ORGANISATION_CHECK';
  const sum = weights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return alphabet[(31 - (sum % 31)) % 31] === code[17] ? undefined : 'CHECK';
}

function organisationCheck(eight: string): string {
  const sum = organisationWeights.reduce((total, weight, index) => total + weight * organisationAlphabet.indexOf(eight[index] ?? ''), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? '0' : check === 10 ? 'X' : String(check);
}

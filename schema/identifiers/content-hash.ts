/** Hash algorithms of the hub, with the hexadecimal digits of their values: SHA-256 (FIPS 180-4), SM3 (GB/T 32905). */
const digits: Readonly<Record<string, number>> = { 'sha-256': 64, sm3: 64 };

/** What is wrong with a content hash (内容摘要). */
export type ContentHashProblem = 'FORM' | 'ALGORITHM' | 'LENGTH';

/** Checks a hash that names its algorithm: sha-256:… or sm3:…, small hexadecimal digits. @returns what is wrong, or undefined */
export function contentHashProblem(text: string): ContentHashProblem | undefined {
  const [, algorithm = '', value = ''] = /^([a-z0-9-]+):([0-9a-f]+)$/.exec(text) ?? [];
  if (value === '') return 'FORM';
  if (!Object.hasOwn(digits, algorithm)) return 'ALGORITHM';
  return value.length === digits[algorithm] ? undefined : 'LENGTH';
}

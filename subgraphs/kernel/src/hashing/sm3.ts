import { createHash } from 'node:crypto';

/** SM3 (GB/T 32905) of a text in UTF-8, hexadecimal, with its algorithm: sm3:… */
export function sm3(text: string): string {
  return `sm3:${createHash('sm3').update(text).digest('hex')}`;
}

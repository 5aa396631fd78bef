import { hash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, hexadecimal, with its algorithm: sha-256:… */
export function sha256(text: string): string {
  return `sha-256:${hash('sha256', text)}`;
}

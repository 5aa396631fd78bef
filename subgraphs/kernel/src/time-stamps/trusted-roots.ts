import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The certificates of a file in PEM (RFC 7468), one or more, each in DER: the authorities that are believed.
 * @throws Error where it cannot be read or holds none
 */
export function trustedRoots(path: string): Uint8Array[] {
  const roots = [...readFileSync(path, 'utf8').matchAll(block)].map(([pem]) => Uint8Array.from(new X509Certificate(pem).raw));
  if (roots.length === 0) throw new Error('it holds no certificate');
  return roots;
}

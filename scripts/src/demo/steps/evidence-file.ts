import { createHash } from 'node:crypto';

/** A file of evidence as it is named to an act: by the hash of its content. The demo names files only, and hands none in. */
export function evidenceFile(name: string, mediaType = 'image/jpeg'): object {
  return { hash: `sha-256:${createHash('sha256').update(name).digest('hex')}`, size: 40_000 + name.length * 997, mediaType, name };
}

import { optionalText } from './require-text.js';
import { requireValid } from './require-valid.js';

/** A file of evidence as an act names it (type EvidenceFile of the SDL). */
export interface NamedFile {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string | null;
}

const fileLimit = 100;
const anotherHash = `sha-256:${'0'.repeat(64)}`;

/**
 * Files of evidence by hash, size and media type, none twice.
 * @throws Refusal VALUE_INVALID or VALUE_TOO_LONG
 */
export function requireEvidenceFiles(
  field: string,
  files: readonly { readonly hash: string; readonly size: number; readonly mediaType: string; readonly name?: string | null | undefined }[],
): NamedFile[] {
  requireValid(files.length <= fileLimit, field, `an act names at most ${fileLimit} files`, 'fewer files');
  const seen = new Set<string>();
  return files.map(({ hash, size, mediaType, name }, index) => {
    const at = `${field}.${index}`;
    requireValid(/^sha-256:[0-9a-f]{64}$/.test(hash), `${at}.hash`, 'it is no SHA-256 with its algorithm', anotherHash);
    requireValid(!seen.has(hash), `${at}.hash`, 'the same file is named twice', anotherHash);
    seen.add(hash);
    requireValid(size > 0, `${at}.size`, 'a file has at least one byte', '48213');
    requireValid(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(mediaType), `${at}.mediaType`, 'it is no media type', 'image/jpeg');
    return { hash, size, mediaType, name: optionalText(`${at}.name`, name, 200) };
  });
}

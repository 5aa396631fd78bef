import { requireContentHash } from './require-content-hash.js';
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
  requireValid(files.length <= fileLimit, field, { en: `an act names at most ${fileLimit} files`, 'zh-CN': `每次操作至多列出 ${fileLimit} 个文件` }, { en: 'fewer files', 'zh-CN': '减少文件数量' });
  const seen = new Set<string>();
  return files.map(({ hash, size, mediaType, name }, index) => {
    const at = `${field}.${index}`;
    requireContentHash(`${at}.hash`, hash);
    requireValid(!seen.has(hash), `${at}.hash`, { en: 'the same file is named twice', 'zh-CN': '同一文件重复列出' }, anotherHash);
    seen.add(hash);
    requireValid(size > 0, `${at}.size`, { en: 'a file has at least one byte', 'zh-CN': '文件至少有一个字节' }, '48213');
    requireValid(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(mediaType), `${at}.mediaType`, { en: 'it is no media type', 'zh-CN': '不是媒体类型' }, 'image/jpeg');
    return { hash, size, mediaType, name: optionalText(`${at}.name`, name, 200) };
  });
}

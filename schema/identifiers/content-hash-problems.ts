import type { Bilingual } from '../errors/bilingual.js';
import type { ContentHashProblem } from './content-hash.js';

/** What is wrong with a content hash, in words. */
export const contentHashProblems: Readonly<Record<ContentHashProblem, Bilingual>> = {
  FORM: { en: 'it is no hash with its algorithm, in small hexadecimal digits', 'zh-CN': '不是带算法名的小写十六进制摘要' },
  ALGORITHM: { en: 'its algorithm is neither sha-256 nor sm3', 'zh-CN': '摘要算法不是 sha-256 或 sm3' },
  LENGTH: { en: 'a hash by this algorithm has 64 digits', 'zh-CN': '该算法的摘要为 64 位' },
};

import type { Bilingual } from './bilingual.js';

/** Words without their full stop, to stand within a sentence. */
export function withoutStop(words: Bilingual): Bilingual {
  return { en: words.en.replace(/\.$/, ''), 'zh-CN': words['zh-CN'].replace(/。$/, '') };
}

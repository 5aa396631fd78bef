import { headingsOf } from './markdown-page.js';
import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';

const original = 'README.md';
const translation = 'README.zh-CN.md';

/** The Chinese README has the same headings, level by level, as the English one. */
export function checkTranslation(tree: SourceTree): Finding[] {
  const missing = [original, translation].filter((file) => !tree.files.includes(file));
  if (missing.length > 0) return missing.map((place) => ({ place, message: 'This page is missing.' }));
  const outline = (file: string) => headingsOf(tree.read(file)).map(({ level }) => level).join(' ');
  if (outline(original) === outline(translation)) return [];
  return [{ place: translation, message: `Its headings have the levels ${outline(translation)}, those of ${original} ${outline(original)}.` }];
}

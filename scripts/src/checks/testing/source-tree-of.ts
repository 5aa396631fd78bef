import type { SourceTree } from '../source-tree.js';

/** A project that consists of these files. */
export function sourceTreeOf(contents: Readonly<Record<string, string>>): SourceTree {
  return { files: Object.keys(contents), read: (file) => contents[file] ?? '' };
}

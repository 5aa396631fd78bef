import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';

const empty = /^(utils?|helpers?|common|misc|shared)$/i;

/** Names that say nothing collect everything. */
export function checkSpeakingNames(tree: SourceTree): Finding[] {
  return tree.files
    .filter((file) => file.split('/').some((part) => empty.test(part.replace(/\..*$/, ''))))
    .map((file) => ({ place: file, message: 'This name says nothing; name the file or folder after what it holds.' }));
}

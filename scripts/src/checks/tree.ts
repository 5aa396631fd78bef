import { checkFileLengths } from './tree/file-lengths.js';
import { checkResolverPaths } from './tree/resolver-paths.js';
import { checkRooms } from './tree/rooms.js';
import { checkSpeakingNames } from './tree/speaking-names.js';
import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

/** Whether a reader who sees only the tree can rely on it: rooms, names, lengths, and the paths of resolvers. */
export function checkTree(tree: SourceTree): Finding[] {
  return [checkRooms, checkSpeakingNames, checkFileLengths, checkResolverPaths].flatMap((check) => check(tree));
}

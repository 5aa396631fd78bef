import { checkActFiles } from './tree/act-files.js';
import { checkFileLengths } from './tree/file-lengths.js';
import { checkResolverPaths } from './tree/resolver-paths.js';
import { checkRooms } from './tree/rooms.js';
import { checkSpeakingNames } from './tree/speaking-names.js';
import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

/** Whether a reader who sees only the tree can rely on it: rooms, names, lengths, the paths of resolvers and the files of acts. */
export function checkTree(tree: SourceTree): Finding[] {
  return [checkRooms, checkSpeakingNames, checkFileLengths, checkResolverPaths, checkActFiles].flatMap((check) => check(tree));
}

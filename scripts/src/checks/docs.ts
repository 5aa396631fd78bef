import { checkCommands } from './docs/commands.js';
import { checkLinks } from './docs/links.js';
import { checkTranslation } from './docs/translation.js';
import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

/** Whether what the pages say is there: links, commands, and the translation. */
export function checkDocs(tree: SourceTree): Finding[] {
  return [checkLinks, checkCommands, checkTranslation].flatMap((check) => check(tree));
}

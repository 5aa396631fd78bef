import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';

const longest = 400;
const written = /\.(ts|tsx|js|mjs|cjs|graphql|prisma)$/;

/** A file that grows past 400 lines has two subjects. */
export function checkFileLengths(tree: SourceTree): Finding[] {
  return tree.files
    .filter((file) => written.test(file))
    .map((file) => ({ file, lines: tree.read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > longest)
    .map(({ file, lines }) => ({ place: file, message: `${lines} lines; divide it by subject, ${longest} are the most.` }));
}

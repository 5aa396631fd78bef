import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const packageFolders = ['schema', 'prisma', 'subgraphs', 'gateway', 'scripts'];
const rootFiles = ['package-lock.json', 'tsconfig.json', 'turbo.json'];
const outputFolders = new Set(['dist', 'generated']);
const ignoredFolders = new Set(['node_modules', '.turbo', 'test', 'docs', 'dependency-fixture']);
const ignoredFiles = /\.test\.ts$|\.log$/;

/**
 * One hash over the sources of the build and one over what it made. Sources count by path, size and time of change: too
 * eager after a checkout, then turbo, which compares contents, finds nothing to do. Outputs count by path and size.
 */
export function fingerprint(root) {
  const sources = createHash('sha1');
  const outputs = createHash('sha1');
  const visit = (folder, isOutput) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!ignoredFolders.has(entry.name)) visit(path, isOutput || outputFolders.has(entry.name));
      } else if (isOutput) {
        outputs.update(`${path} ${statSync(join(root, path)).size}\n`);
      } else if (!ignoredFiles.test(entry.name)) {
        addSource(path);
      }
    }
  };
  const addSource = (path) => {
    const { size, ctimeMs } = statSync(join(root, path));
    sources.update(`${path} ${size} ${ctimeMs}\n`);
  };
  rootFiles.forEach(addSource);
  packageFolders.forEach((folder) => visit(folder, false));
  return { sources: sources.digest('hex'), outputs: outputs.digest('hex') };
}

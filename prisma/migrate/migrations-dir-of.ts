import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Owner } from '../owner.js';

/** Where an owner's migrations lie, whether this file runs from source or from `dist`. */
export function migrationsDirOf(owner: Owner | 'kernel'): string {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  return join(root, owner, 'migrations');
}

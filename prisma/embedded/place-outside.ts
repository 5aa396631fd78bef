import { createHash } from 'node:crypto';
import { lstat, mkdir, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ServerAccount } from './server-account.js';

/** Where data lie whose own folder the server's account cannot reach. */
const outside = '/var/lib/hub-postgres';

/**
 * As root in a closed home folder, the usual case on a new machine, the server's account cannot reach a data folder there.
 * The data then lie outside, and the folder that was asked for is a link to them. A folder that exists stays what it is.
 */
export async function placeOutside(dataDir: string, account: ServerAccount): Promise<void> {
  const known = await lstat(dataDir).catch(() => undefined);
  if (known || !(await closedParent(dataDir, account))) return;
  const name = `${basename(dirname(dataDir)).replace(/^\./, '')}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  await mkdir(dirname(dataDir), { recursive: true });
  await mkdir(join(outside, name), { recursive: true });
  await symlink(join(outside, name), dataDir);
}

/** The first folder on the way up that the account cannot pass through. */
export async function closedParent(dir: string, account: ServerAccount): Promise<string | undefined> {
  for (let parent = dirname(dir); ; parent = dirname(parent)) {
    const found = await stat(parent).catch(() => undefined);
    if (found) {
      const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return parent;
    }
    if (parent === dirname(parent)) return undefined;
  }
}
